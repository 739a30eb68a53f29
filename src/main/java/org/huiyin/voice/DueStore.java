package org.huiyin.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what falls due and how it was kept, and remembers who was told of it. */
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
    private final Clock clock;

    DueStore(JdbcClient sql, Calendars calendars, Clock clock) {
        this.sql = sql;
        this.calendars = calendars;
        this.clock = clock;
    }

    List<DueView> open(Actor actor, DueFilter filter) {
        var zone = calendars.inForce().zone();
        var where = new StringBuilder(" where p.standing = 'OPEN' and p.current and p.due_at <= :to");
        var values = new MapSqlParameterSource("me", actor.id().value())
                .addValue("from", Timestamp.from(filter.from().atStartOfDay(zone).toInstant())).addValue("now", Timestamp.from(clock.instant()))
                .addValue("to", Timestamp.from(filter.to().plusDays(1).atStartOfDay(zone).toInstant()));
        where.append(filter.late() ? " and (p.due_at > :from or p.late_since is not null or p.due_at < :now)" : " and p.due_at > :from");
        if (filter.kind() != null) {
            where.append(" and p.kind = :kind");
            values.addValue("kind", filter.kind().name());
        }
        if (filter.voiceKind() != null) {
            where.append(" and v.kind = :voiceKind");
            values.addValue("voiceKind", filter.voiceKind().name());
        }
        if (filter.owner() != null) {
            where.append(" and coalesce(c.owner_id, v.received_by) = :owner");
            values.addValue("owner", filter.owner().value());
        }
        return sql.sql(SELECT + where + sight(actor) + " order by p.due_at, v.number, p.kind").paramSource(values).query(DueStore::view).list();
    }

    private static String sight(Actor actor) {
        return actor.may("customer.readAll") ? "" : " and (c.owner_id = :me or v.received_by = :me or v.customer_id is null)";
    }

    /** Running promises that end before the instant and of which not everybody was told yet. */
    List<DueView> toChase(Instant before, int levels) {
        return sql.sql(SELECT + """
                 where p.standing = 'OPEN' and not p.paused and p.due_at < :before and not exists (select 1 from voice.promise_told t
                    where t.company_id = p.company_id and t.promise_id = p.id and t.mark = 'LATE ' || :levels || ' ' || extract(epoch from p.due_at)::bigint)
                 order by p.due_at, p.id""")
                .param("before", Timestamp.from(before)).param("levels", levels).query(DueStore::view).list();
    }

    /** Whether these were not told of it before. */
    boolean tell(UUID promise, String mark, Collection<PersonId> told, Instant now) {
        return sql.sql("insert into voice.promise_told (promise_id, mark, told, told_at) values (?,?,?,?) on conflict do nothing")
                .params(promise, mark, told.stream().map(PersonId::value).toArray(UUID[]::new), Timestamp.from(now)).update() > 0;
    }

    /** How the promises were kept whose due dates lie between the instants, each as it stood. */
    List<PromiseRates.Row> rates(Actor actor, Instant from, Instant to, Instant now) {
        return sql.sql("""
                select kind, month, owner,
                  count(*) filter (where fell and kept_at <= counts_due) as in_time,
                  count(*) filter (where fell and kept_at > counts_due) as kept_late,
                  count(*) filter (where fell and kept_at is null) as open_late,
                  count(*) filter (where not fell and kept_at is null) as open_not_due,
                  count(*) filter (where not fell and kept_at is not null) as ahead
                from (select p.kind, p.kept_at, counts_due, counts_due <= :now and not p.paused as fell,
                        to_char((counts_due - interval '1 microsecond') at time zone :zone, 'YYYY-MM') as month, coalesce(c.owner_id, v.received_by) as owner
                      from (select *, coalesce(late_since, due_at) as counts_due from voice.promise where standing not in ('REPLACED', 'LIFTED')) p
                      join voice.voice v on v.company_id = p.company_id and v.id = p.voice_id
                      left join customer.customer o on o.company_id = v.company_id and o.id = v.customer_id
                      left join customer.customer c on c.company_id = v.company_id and c.id = coalesce(o.merged_into, o.id)
                      where counts_due >= :from and counts_due < :to""" + sight(actor) + """
                ) x group by kind, month, owner order by kind, month""")
                .param("from", Timestamp.from(from)).param("to", Timestamp.from(to)).param("now", Timestamp.from(now)).param("me", actor.id().value())
                .param("zone", calendars.inForce().zone().getId())
                .query((row, n) -> {
                    UUID owner = row.getObject("owner", UUID.class);
                    return new PromiseRates.Row(PromiseKind.valueOf(row.getString("kind")), YearMonth.parse(row.getString("month")),
                            owner == null ? null : new PersonId(owner), new EchoRate.Count(row.getInt("in_time"), row.getInt("kept_late"),
                                    row.getInt("open_late"), row.getInt("open_not_due"), row.getInt("ahead")));
                }).list();
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
