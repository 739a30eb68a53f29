package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists as people want to see them again; a convenience of theirs and no evidence. */
@Service
@Transactional
public class SavedFilters {

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_QUERY = 2_000;

    private final JdbcClient sql;
    private final Clock clock;

    SavedFilters(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A kept filter; shared ones are everybody's. */
    public record Saved(UUID id, String name, String query, boolean shared, boolean mine) {}

    /** Keeps the query under a name; the same name again replaces it. */
    public void save(Actor actor, String name, String query, boolean shared) {
        actor.mustHave("complaint.record");
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw new InvalidInput("name", "complaint.invalid.filterName", LONGEST_NAME);
        }
        if (query.length() > LONGEST_QUERY || !query.isEmpty() && !query.startsWith("?")) {
            throw new InvalidInput("name", "complaint.invalid.filterQuery");
        }
        sql.sql("""
                insert into complaint.saved_filter (id, person_id, name, query, shared, saved_at) values (?,?,?,?,?,?)
                on conflict (company_id, person_id, name) do update set query = excluded.query, shared = excluded.shared, saved_at = excluded.saved_at""")
                .params(Ids.next(), actor.id().value(), name.strip(), query, shared, Timestamp.from(clock.instant())).update();
    }

    /** One's own and the shared ones, by name. */
    @Transactional(readOnly = true)
    public List<Saved> of(Actor actor) {
        return sql.sql("select *, person_id = :me as mine from complaint.saved_filter where person_id = :me or shared order by name, saved_at")
                .param("me", actor.id().value())
                .query((row, n) -> new Saved(row.getObject("id", UUID.class), row.getString("name"), row.getString("query"), row.getBoolean("shared"),
                        row.getBoolean("mine")))
                .list();
    }

    /** Forgets one's own. */
    public void drop(Actor actor, UUID id) {
        if (sql.sql("delete from complaint.saved_filter where id = ? and person_id = ?").params(id, actor.id().value()).update() == 0) {
            throw new NotFound();
        }
    }
}
