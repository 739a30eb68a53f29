package org.huiyin.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what falls due. */
@Component
class DueStore {

    private static final String SELECT = """
            select p.*, v.number, v.kind as voice_kind, v.words, v.subject_type, v.subject_id, c.code as customer_code,
              coalesce(c.name, v.customer_name) as shown_name, coalesce(c.owner_id, v.received_by) as owner
            from voice.promise p join voice.voice v on v.company_id = p.company_id and v.id = p.voice_id
            left join customer.customer o on o.company_id = v.company_id and o.id = v.customer_id
            left join customer.customer c on c.company_id = v.company_id and c.id = coalesce(o.merged_into, o.id)""";

    private final JdbcClient sql;
    private final Calendars calendars;

    DueStore(JdbcClient sql, Calendars calendars) {
        this.sql = sql;
        this.calendars = calendars;
    }

    List<DueView> open(Actor actor, LocalDate from, LocalDate to) {
        var zone = calendars.inForce().zone();
        return sql.sql(SELECT + " where p.standing = 'OPEN' and p.current and p.due_at > :from and p.due_at <= :to"
                        + (actor.may("customer.readAll") ? "" : " and (c.owner_id = :me or v.received_by = :me or v.customer_id is null)")
                        + " order by p.due_at, v.number, p.kind")
                .param("me", actor.id().value()).param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("to", Timestamp.from(to.plusDays(1).atStartOfDay(zone).toInstant())).query(DueStore::view).list();
    }

    private static DueView view(ResultSet row, int n) throws SQLException {
        UUID owner = row.getObject("owner", UUID.class);
        UUID subject = row.getObject("subject_id", UUID.class);
        Instant late = row.getTimestamp("late_since") == null ? null : row.getTimestamp("late_since").toInstant();
        return new DueView(row.getObject("id", UUID.class), new VoiceId(row.getObject("voice_id", UUID.class)), row.getString("number"),
                VoiceKind.valueOf(row.getString("voice_kind")), PromiseKind.valueOf(row.getString("kind")), row.getInt("round"), row.getString("customer_code"),
                row.getString("shown_name"), owner == null ? null : new PersonId(owner), row.getString("words"),
                subject == null ? null : new SubjectRef(row.getString("subject_type"), subject), row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("due_at").toInstant(), row.getBoolean("paused"), late, row.getString("clause"));
    }
}
