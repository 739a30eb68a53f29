package org.huiyin.improvement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Sentences;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and adds watches over effects and their verdicts. */
@Component
class EffectStore {

    private static final String SELECT = """
            select e.*, c.name as customer_name, c.owner_id as customer_owner from improvement.effect e
            left join customer.customer o on o.company_id = e.company_id and o.id = e.customer_id
            left join customer.customer c on c.company_id = e.company_id and c.id = coalesce(o.merged_into, o.id)""";
    /** A later round takes the place of an earlier one that was never decided. */
    private static final String LAST = """
             and not exists (select 1 from improvement.effect l where l.company_id = e.company_id and l.subject_type = e.subject_type
               and l.subject_id = e.subject_id and l.round > e.round)""";

    private final JdbcClient sql;
    private final Sentences sentences;
    private final Procedures procedures;

    EffectStore(JdbcClient sql, Sentences sentences, Procedures procedures) {
        this.sql = sql;
        this.sentences = sentences;
        this.procedures = procedures;
    }

    void insert(EffectId id, NewEffect n, int round, ImprovementSection rules, PersonId by, Instant now) {
        sql.sql("""
                insert into improvement.effect (id, subject_type, subject_id, round, number, title, path, origins, customer_id, doers, since, days, lots,
                  maximum_days, profile_version, clause, planned_by, planned_at)
                values (:id, :type, :subject, :round, :number, :title, :path, :origins, :customer, :doers, :since, :days, :lots, :most, :profile, :clause, :by, :now)""")
                .param("id", id.value()).param("type", n.subject().type()).param("subject", n.subject().id()).param("round", round).param("number", n.number())
                .param("title", sentences.write(n.title())).param("path", n.path())
                .param("origins", n.origins().stream().map(Enum::name).sorted().toArray(String[]::new))
                .param("customer", n.customer() == null ? null : n.customer().value(), Types.OTHER)
                .param("doers", n.doers().stream().map(PersonId::value).toArray(UUID[]::new)).param("since", Timestamp.from(n.since()))
                .param("days", rules.effectDays()).param("lots", rules.effectLots()).param("most", Math.max(rules.effectDays(), rules.effectMaximumDays()))
                .param("profile", n.profileVersion()).param("clause", n.clause()).param("by", by.value()).param("now", Timestamp.from(now)).update();
    }

    int rounds(SubjectRef subject) {
        return sql.sql("select coalesce(max(round), 0) from improvement.effect where subject_type = ? and subject_id = ?").params(subject.type(), subject.id())
                .query(Integer.class).single();
    }

    Optional<EffectView> find(EffectId id) {
        return whole(sql.sql(SELECT + " where e.id = ?").param(id.value()).query(this::bare).list()).stream().findFirst();
    }

    List<EffectView> of(SubjectRef subject) {
        return whole(sql.sql(SELECT + " where e.subject_type = ? and e.subject_id = ? order by e.round").params(subject.type(), subject.id()).query(this::bare).list());
    }

    List<EffectView> ofNumber(String number) {
        return whole(sql.sql(SELECT + " where e.number = ? order by e.round").param(number).query(this::bare).list());
    }

    /** Waits for other signers of the same watch. */
    void lock(EffectId id) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(id.value().toString()).query((row, n) -> 1).list();
    }

    void verdict(EffectId id, EffectView.Given g) {
        sql.sql("""
                insert into improvement.effect_verdict (effect_id, origin, verdict, draft, days, lots, recurrences, finding, reason, signature_id, signed_by, signed_at)
                values (?,?,?,?,?,?,?,?,?,?,?,?)""")
                .params(Arrays.asList(id.value(), g.origin(), g.verdict().name(), g.draft() == null ? null : g.draft().name(), g.days(), g.lots(),
                        g.recurrences().toArray(String[]::new), g.finding(), g.reason(), g.signature(), g.by().value(), Timestamp.from(g.at()))).update();
    }

    void fail(EffectId id, Exposure.Recurrence again, PersonId by, Instant now) {
        sql.sql("insert into improvement.effect_failure (effect_id, number, path, happened_at, noted_by, noted_at) values (?,?,?,?,?,?) on conflict do nothing")
                .params(id.value(), again.number(), again.path(), Timestamp.from(again.at()), by.value(), Timestamp.from(now)).update();
    }

    void end(EffectId id, Sentence reason, PersonId by, Instant now) {
        sql.sql("insert into improvement.effect_end (effect_id, reason, ended_by, ended_at) values (?,?,?,?)")
                .params(id.value(), sentences.write(reason), by.value(), Timestamp.from(now)).update();
    }

    List<EffectView> list(Actor actor, EffectFilter filter, Instant now) {
        var p = new MapSqlParameterSource();
        String where = where(actor, filter, now, p);
        p.addValue("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return whole(sql.sql(SELECT + " where true" + where + " order by e.since + e.maximum_days * interval '1 day', e.number limit :size offset :skip").paramSource(p)
                .query(this::bare).list());
    }

    long count(Actor actor, EffectFilter filter, Instant now) {
        var p = new MapSqlParameterSource();
        return sql.sql("select count(*) from (" + SELECT + " where true" + where(actor, filter, now, p) + ") x").paramSource(p).query(Long.class).single();
    }

    private static String where(Actor actor, EffectFilter filter, Instant now, MapSqlParameterSource p) {
        var where = new StringBuilder();
        if (!actor.may("customer.readAll")) {
            where.append(" and (e.customer_id is null or c.owner_id = :me)");
            p.addValue("me", actor.id().value());
        }
        if (!filter.q().isBlank()) {
            where.append(" and (e.number ilike :q or e.title ilike :q or c.name ilike :q)");
            p.addValue("q", "%" + filter.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        String over = """
                 (exists (select 1 from improvement.effect_verdict v where v.company_id = e.company_id and v.effect_id = e.id
                   group by v.effect_id having count(*) >= cardinality(e.origins) or bool_or(v.verdict = 'NOT_EFFECTIVE'))
                   or exists (select 1 from improvement.effect_failure f where f.company_id = e.company_id and f.effect_id = e.id)
                   or exists (select 1 from improvement.effect_end x where x.company_id = e.company_id and x.effect_id = e.id))""";
        switch (filter.show()) {
            case OPEN -> where.append(" and not ").append(over).append(' ').append(LAST);
            case DUE -> {
                where.append(" and not ").append(over).append(' ').append(LAST).append(" and e.since + e.days * interval '1 day' <= :now");
                p.addValue("now", Timestamp.from(now));
            }
            case DECIDED -> where.append(" and ").append(over);
            case ALL -> { }
        }
        return where.toString();
    }

    private EffectView bare(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        UUID owner = row.getObject("customer_owner", UUID.class);
        UUID profile = row.getObject("profile_version", UUID.class);
        var asked = procedures.byId(profile).section("verification", Verification.class).required(Set.copyOf(strings(row.getArray("origins"))));
        return new EffectView(new EffectId(row.getObject("id", UUID.class)), new SubjectRef(row.getString("subject_type"), row.getObject("subject_id", UUID.class)),
                row.getInt("round"), row.getString("number"), sentences.read(row.getString("title")), row.getString("path"), asked,
                customer == null ? null : new CustomerId(customer), row.getString("customer_name"), owner == null ? null : new PersonId(owner),
                Arrays.stream((UUID[]) row.getArray("doers").getArray()).map(PersonId::new).collect(Collectors.toSet()), row.getTimestamp("since").toInstant(),
                row.getInt("days"), row.getInt("lots"), row.getInt("maximum_days"), profile, row.getString("clause"),
                new PersonId(row.getObject("planned_by", UUID.class)), row.getTimestamp("planned_at").toInstant(), List.of(), null, null);
    }

    private List<EffectView> whole(List<EffectView> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<UUID, List<EffectView.Given>> given = new HashMap<>();
        sql.sql("select * from improvement.effect_verdict where effect_id = any(:ids) order by signed_at")
                .param("ids", bare.stream().map(e -> e.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    given.computeIfAbsent(row.getObject("effect_id", UUID.class), k -> new ArrayList<>()).add(new EffectView.Given(row.getString("origin"),
                            Verdict.valueOf(row.getString("verdict")), verdict(row.getString("draft")), row.getInt("days"), row.getInt("lots"),
                            strings(row.getArray("recurrences")), row.getString("finding"), row.getString("reason"), row.getObject("signature_id", UUID.class),
                            new PersonId(row.getObject("signed_by", UUID.class)), row.getTimestamp("signed_at").toInstant()));
                });
        Map<UUID, EffectView.Failure> failures = new HashMap<>();
        sql.sql("select * from improvement.effect_failure where effect_id = any(:ids)").param("ids", bare.stream().map(e -> e.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    failures.put(row.getObject("effect_id", UUID.class), new EffectView.Failure(row.getString("number"), row.getString("path"),
                            row.getTimestamp("happened_at").toInstant(), row.getTimestamp("noted_at").toInstant()));
                });
        Map<UUID, EffectView.End> ends = new HashMap<>();
        sql.sql("select * from improvement.effect_end where effect_id = any(:ids)").param("ids", bare.stream().map(e -> e.id().value()).toArray(UUID[]::new))
                .query(row -> {
                    ends.put(row.getObject("effect_id", UUID.class), new EffectView.End(sentences.read(row.getString("reason")),
                            new PersonId(row.getObject("ended_by", UUID.class)), row.getTimestamp("ended_at").toInstant()));
                });
        return bare.stream().map(e -> new EffectView(e.id(), e.subject(), e.round(), e.number(), e.title(), e.path(), e.asked(), e.customer(), e.customerName(),
                e.customerOwner(), e.doers(), e.since(), e.days(), e.lots(), e.maximumDays(), e.profileVersion(), e.clause(), e.plannedBy(), e.plannedAt(),
                given.getOrDefault(e.id().value(), List.of()), failures.get(e.id().value()), ends.get(e.id().value()))).toList();
    }

    private static @Nullable Verdict verdict(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
