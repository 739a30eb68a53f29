package org.huiyin.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes drafts; a save is one statement, without a row of audit (wiring.md, Answers). */
@Component
class DraftStore {

    private static final TypeReference<Map<String, String>> TYPED = new TypeReference<>() {};
    /** What was taken in while a save was under way is no draft any more. */
    private static final String MINE = """
            complaint.draft d where d.person_id = :person and not exists (select 1 from complaint.complaint k where k.id = d.id)""";

    private final JdbcClient sql;
    private final JsonMapper json;

    DraftStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The new version; nothing where somebody else, or another window, has written since. */
    Optional<Integer> save(UUID id, PersonId person, Map<String, String> typed, String writer, int version, Instant now) {
        return sql.sql("""
                insert into complaint.draft as d (id, person_id, typed, writer, version, started_at, saved_at)
                values (:id, :person, :typed::jsonb, :writer, 1, :now, :now)
                on conflict (company_id, id) do update set typed = excluded.typed, writer = excluded.writer, version = d.version + 1, saved_at = excluded.saved_at
                  where d.person_id = excluded.person_id and (d.version = :version or d.writer = excluded.writer)
                returning version""")
                .param("id", id).param("person", person.value()).param("typed", json.writeValueAsString(typed)).param("writer", writer)
                .param("version", version).param("now", Timestamp.from(now)).query(Integer.class).optional();
    }

    List<Drafts.Draft> of(PersonId person, Duration life) {
        return sql.sql("select d.* from " + MINE + " order by d.saved_at desc, d.id").param("person", person.value()).query((row, n) -> draft(row, life)).list();
    }

    int count(PersonId person) {
        return sql.sql("select count(*) from " + MINE).param("person", person.value()).query(Integer.class).single();
    }

    Optional<Drafts.Draft> find(UUID id, PersonId person, Duration life) {
        return sql.sql("select d.* from " + MINE + " and d.id = :id").param("person", person.value()).param("id", id).query((row, n) -> draft(row, life)).optional();
    }

    private Drafts.Draft draft(ResultSet row, Duration life) throws SQLException {
        var saved = row.getTimestamp("saved_at").toInstant();
        return new Drafts.Draft(row.getObject("id", UUID.class), json.readValue(row.getString("typed"), TYPED), row.getInt("version"),
                row.getTimestamp("started_at").toInstant(), saved, saved.plus(life));
    }

    void drop(UUID id, PersonId person) {
        sql.sql("delete from complaint.draft where id = ? and person_id = ?").params(id, person.value()).update();
    }

    void drop(UUID id) {
        sql.sql("delete from complaint.draft where id = ?").param(id).update();
    }

    void expire(Instant before) {
        sql.sql("delete from complaint.draft d where d.saved_at < ? or exists (select 1 from complaint.complaint k where k.id = d.id)").param(Timestamp.from(before)).update();
    }
}
