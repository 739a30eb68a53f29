package org.huiyin.procedure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.ProfileVersion.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Approved versions; each is parsed once, since none ever changes. */
@Component
class ProfileStore {

    private static final int KEPT = 64;

    private final JdbcClient sql;
    private final Map<UUID, ProfileVersion> parsed = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, ProfileVersion> eldest) {
            return size() > KEPT;
        }
    });

    ProfileStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The version that holds on the day; before the first one, the first, since nothing older is known. */
    Optional<ProfileVersion> inForceOn(LocalDate day) {
        return sql.sql("""
                select id from procedure.profile_version
                order by effective_from <= ? desc,
                         case when effective_from <= ? then effective_from end desc,
                         case when effective_from <= ? then number end desc,
                         effective_from, number
                limit 1""").params(day, day, day).query(UUID.class).optional().map(this::parsed);
    }

    Optional<ProfileVersion> find(UUID id) {
        // The row is asked for each time, so that another company's version stays out of reach.
        var visible = sql.sql("select exists (select 1 from procedure.profile_version where id = ?)")
                .param(id).query(Boolean.class).single();
        return visible ? Optional.of(parsed(id)) : Optional.empty();
    }

    /** The version of a row that this company was shown. */
    private ProfileVersion parsed(UUID id) {
        var known = parsed.get(id);
        if (known != null) {
            return known;
        }
        var loaded = sql.sql("select * from procedure.profile_version where id = ?").param(id)
                .query(ProfileStore::read).single();
        parsed.put(id, loaded);
        return loaded;
    }

    List<ProfileVersion> all() {
        return sql.sql("select id from procedure.profile_version order by number desc").query(UUID.class).list().stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    int nextNumber() {
        return sql.sql("select coalesce(max(number), 0) + 1 from procedure.profile_version").query(Integer.class).single();
    }

    void insert(ProfileVersion version, @Nullable UUID submission) {
        sql.sql("""
                insert into procedure.profile_version (id, number, preset, origin, effective_from, content, content_hash,
                  change_note, submission_id, drafted_by, approved_by, approved_at)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(version.id(), version.number(), version.preset(), version.origin().name(),
                        version.effectiveFrom(), version.content().text(), version.contentHash(), version.changeNote(),
                        submission, version.draftedBy().value(), version.approvedBy().value(),
                        Timestamp.from(version.approvedAt())))
                .update();
    }

    private static ProfileVersion read(ResultSet row, int n) throws SQLException {
        return new ProfileVersion(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                row.getString("preset"),
                Origin.valueOf(row.getString("origin")),
                row.getObject("effective_from", LocalDate.class),
                row.getString("change_note"),
                new PersonId(row.getObject("drafted_by", UUID.class)),
                new PersonId(row.getObject("approved_by", UUID.class)),
                row.getTimestamp("approved_at").toInstant(),
                row.getString("content_hash"),
                ProfileContent.parse(row.getString("content")));
    }
}
