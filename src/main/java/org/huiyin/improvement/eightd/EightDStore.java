package org.huiyin.improvement.eightd;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.improvement.ActionId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Columns;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes 8Ds: their present standing, and the rows that say how it came about. */
@Component
class EightDStore {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};
    private static final String SELECT = """
            select e.*, c.name as customer_name, c.code as customer_code, c.owner_id as customer_owner
            from improvement.eightd e
            left join customer.customer o on o.company_id = e.company_id and o.id = e.customer_id
            left join customer.customer c on c.company_id = e.company_id and c.id = coalesce(o.merged_into, o.id)""";

    private final JdbcClient sql;
    private final JsonMapper json;

    EightDStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    private record Where(StringBuilder text, MapSqlParameterSource parameters) {

        void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            parameters.addValue(name, value);
        }
    }

    void insert(EightDId id, String number, NewEightD n, EightDStep standing, @Nullable Instant stageDue, PersonId by, Instant now) {
        sql.sql("""
                insert into improvement.eightd (id, number, title, customer_id, depth, leader_id, standing, stage_due, opened_by, opened_at, profile_version, clause)
                values (:id, :number, :title, :customer, :depth, :leader, :standing, :due, :by, :now, :profile, :clause)""")
                .param("id", id.value()).param("number", number).param("title", n.title().strip())
                .param("customer", n.customer() == null ? null : n.customer().value(), Types.OTHER).param("depth", n.depth().name())
                .param("leader", n.leader() == null ? null : n.leader().value(), Types.OTHER).param("standing", standing.name())
                .param("due", stageDue == null ? null : Timestamp.from(stageDue), Types.TIMESTAMP).param("by", by.value())
                .param("now", Timestamp.from(now)).param("profile", n.profileVersion()).param("clause", n.clause()).update();
    }

    /** Holds the row until the commit, so that two people do not take one step twice. */
    Optional<EightDView> lock(EightDId id) {
        sql.sql("select 1 from improvement.eightd where id = ? for update").param(id.value()).query(Integer.class).optional();
        return find(id);
    }

    Optional<EightDView> find(EightDId id) {
        return whole(sql.sql(SELECT + " where e.id = ?").param(id.value()).query(EightDStore::bare).list()).stream().findFirst();
    }

    Optional<EightDView> find(String number) {
        return whole(sql.sql(SELECT + " where e.number = ?").param(number).query(EightDStore::bare).list()).stream().findFirst();
    }

    List<EightDView> about(SubjectRef source) {
        return whole(sql.sql(SELECT + " where e.id in" + """
                (select s.eightd_id from improvement.eightd_source s where s.subject_type = ? and s.subject_id = ?
                   and not exists (select 1 from improvement.eightd_source_end x where x.company_id = s.company_id and x.source_id = s.id))
                order by e.number""").params(source.type(), source.id()).query(EightDStore::bare).list());
    }

    List<EightDView> list(Actor actor, EightDFilter filter, Instant now) {
        var where = where(actor, filter, now);
        where.parameters().addValue("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return whole(sql.sql(SELECT + " where true" + where.text() + " order by e.standing = 'CLOSED', e.stage_due nulls last, e.number desc limit :size offset :skip")
                .paramSource(where.parameters()).query(EightDStore::bare).list());
    }

    long count(Actor actor, EightDFilter filter, Instant now) {
        var where = where(actor, filter, now);
        return sql.sql("select count(*) from (" + SELECT + " where true" + where.text() + ") x").paramSource(where.parameters()).query(Long.class).single();
    }

    private static Where where(Actor actor, EightDFilter f, Instant now) {
        var where = new Where(new StringBuilder(), new MapSqlParameterSource());
        if (!actor.may("customer.readAll")) {
            where.and("(e.customer_id is null or c.owner_id = :me or e.leader_id = :me or e.opened_by = :me)", "me", actor.id().value());
        }
        if (!f.q().isBlank()) {
            where.and("(e.number ilike :q or e.title ilike :q or c.name ilike :q)", "q", "%" + f.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (f.standing() != null) {
            where.and("e.standing = :standing", "standing", f.standing().name());
        }
        if (f.openOnly() || f.lateOnly()) {
            where.text().append(" and e.standing <> 'CLOSED'");
        }
        if (f.lateOnly()) {
            where.and("e.stage_due < :now", "now", Timestamp.from(now));
        }
        if (f.depth() != null) {
            where.and("e.depth = :depth", "depth", f.depth().name());
        }
        if (f.leader() != null) {
            where.and("e.leader_id = :leader", "leader", f.leader().value());
        }
        if (f.customer() != null) {
            where.and("e.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)", "customer", f.customer().value());
        }
        return where;
    }

    private static EightDView bare(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        Timestamp due = row.getTimestamp("stage_due");
        String standing = row.getString("standing");
        return new EightDView(new EightDId(row.getObject("id", UUID.class)), row.getString("number"), row.getString("title"),
                customer == null ? null : new CustomerId(customer), row.getString("customer_code"), row.getString("customer_name"), Columns.person(row, "customer_owner"),
                EightDDepth.valueOf(row.getString("depth")), row.getBoolean("stubborn"), Columns.person(row, "leader_id"), List.of(), row.getInt("round"),
                standing.equals("CLOSED") ? null : EightDStep.valueOf(standing), Map.of(), due == null ? null : due.toInstant(),
                new PersonId(row.getObject("opened_by", UUID.class)), row.getTimestamp("opened_at").toInstant(), row.getObject("profile_version", UUID.class),
                row.getString("clause"), row.getInt("version"));
    }

    /** Adds sources and ended steps, for all rows at once. */
    private List<EightDView> whole(List<EightDView> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        UUID[] ids = bare.stream().map(e -> e.id().value()).toArray(UUID[]::new);
        var sources = sources(ids);
        var done = done(ids);
        return bare.stream().map(e -> new EightDView(e.id(), e.number(), e.title(), e.customer(), e.customerCode(), e.customerName(), e.customerOwner(), e.depth(),
                e.stubborn(), e.leader(), sources.getOrDefault(e.id().value(), List.of()), e.round(), e.standing(),
                Collections.unmodifiableMap(done.getOrDefault(e.id().value(), new EnumMap<>(EightDStep.class))), e.stageDue(), e.openedBy(), e.openedAt(),
                e.profileVersion(), e.clause(), e.version())).toList();
    }

    private Map<UUID, List<SubjectRef>> sources(UUID[] ids) {
        Map<UUID, List<SubjectRef>> found = new HashMap<>();
        sql.sql("""
                select s.* from improvement.eightd_source s where s.eightd_id = any(:ids)
                  and not exists (select 1 from improvement.eightd_source_end x where x.company_id = s.company_id and x.source_id = s.id) order by s.id""")
                .param("ids", ids).query(row -> {
                    found.computeIfAbsent(row.getObject("eightd_id", UUID.class), k -> new ArrayList<>())
                            .add(new SubjectRef(row.getString("subject_type"), row.getObject("subject_id", UUID.class)));
                });
        return found;
    }

    /** A step counts as done when it was ended since the last reopening of it or of an earlier one. */
    private Map<UUID, EnumMap<EightDStep, EightDView.Done>> done(UUID[] ids) {
        Map<UUID, EnumMap<EightDStep, EightDView.Done>> found = new HashMap<>();
        sql.sql("""
                select e.* from improvement.eightd_step_end e where e.eightd_id = any(:ids) and e.round >= coalesce((
                  select max(r.round) from improvement.eightd_reopening r where r.company_id = e.company_id and r.eightd_id = e.eightd_id and r.step <= e.step), 1)
                order by e.round""")
                .param("ids", ids).query(row -> {
                    found.computeIfAbsent(row.getObject("eightd_id", UUID.class), k -> new EnumMap<>(EightDStep.class))
                            .put(EightDStep.valueOf(row.getString("step")), new EightDView.Done(row.getInt("round"),
                                    new PersonId(row.getObject("ended_by", UUID.class)), row.getTimestamp("ended_at").toInstant(), row.getString("content_hash")));
                });
        return found;
    }

    void stand(EightDId id, @Nullable EightDStep standing, @Nullable Instant stageDue, int round) {
        sql.sql("update improvement.eightd set standing = :s, stage_due = :due, round = :round, version = version + 1 where id = :id")
                .param("s", standing == null ? "CLOSED" : standing.name()).param("due", stageDue == null ? null : Timestamp.from(stageDue), Types.TIMESTAMP)
                .param("round", round).param("id", id.value()).update();
    }

    void lead(EightDId id, @Nullable PersonId leader) {
        sql.sql("update improvement.eightd set leader_id = :leader, version = version + 1 where id = :id")
                .param("leader", leader == null ? null : leader.value(), java.sql.Types.OTHER).param("id", id.value()).update();
    }

    void deepen(EightDId id, EightDDepth depth, boolean stubborn) {
        sql.sql("update improvement.eightd set depth = ?, stubborn = ?, version = version + 1 where id = ?").params(depth.name(), stubborn, id.value()).update();
    }

    void note(EightDId id, int round, EightDEvent.Kind kind, String words, Map<String, String> details, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_event (id, eightd_id, round, kind, words, details, done_by, done_at) values (?,?,?,?,?,cast(? as jsonb),?,?)")
                .params(Ids.next(), id.value(), round, kind.name(), words, json.writeValueAsString(details), by.value(), Timestamp.from(now)).update();
    }

    List<EightDEvent> events(EightDId id) {
        return sql.sql("select * from improvement.eightd_event where eightd_id = ? order by done_at, id").param(id.value())
                .query((row, n) -> new EightDEvent(EightDEvent.Kind.valueOf(row.getString("kind")), row.getInt("round"), row.getString("words"),
                        json.readValue(row.getString("details"), DETAILS), new PersonId(row.getObject("done_by", UUID.class)), row.getTimestamp("done_at").toInstant()))
                .list();
    }

    void addSource(EightDId id, SubjectRef source, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_source (id, eightd_id, subject_type, subject_id, added_by, added_at) values (?,?,?,?,?,?)")
                .params(Ids.next(), id.value(), source.type(), source.id(), by.value(), Timestamp.from(now)).update();
    }

    void endSource(EightDId id, SubjectRef source, String reason, PersonId by, Instant now) {
        sql.sql("""
                insert into improvement.eightd_source_end (source_id, reason, ended_by, ended_at)
                select s.id, :reason, :by, :now from improvement.eightd_source s where s.eightd_id = :id and s.subject_type = :type and s.subject_id = :subject
                  and not exists (select 1 from improvement.eightd_source_end x where x.company_id = s.company_id and x.source_id = s.id)""")
                .param("reason", reason).param("by", by.value()).param("now", Timestamp.from(now)).param("id", id.value())
                .param("type", source.type()).param("subject", source.id()).update();
    }

    void refer(EightDId id, EightDId earlier, String reason, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_reference (eightd_id, earlier_id, reason, referred_by, referred_at) values (?,?,?,?,?) on conflict do nothing")
                .params(id.value(), earlier.value(), reason, by.value(), Timestamp.from(now)).update();
    }

    List<EightDId> earlier(EightDId id) {
        return sql.sql("select earlier_id from improvement.eightd_reference where eightd_id = ? order by referred_at").param(id.value())
                .query(UUID.class).list().stream().map(EightDId::new).toList();
    }

    List<EightDId> later(EightDId id) {
        return sql.sql("select eightd_id from improvement.eightd_reference where earlier_id = ? order by referred_at").param(id.value())
                .query(UUID.class).list().stream().map(EightDId::new).toList();
    }

    void reopen(EightDId id, int round, EightDStep step, String reason, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_reopening (eightd_id, round, step, reason, reopened_by, reopened_at) values (?,?,?,?,?,?)")
                .params(id.value(), round, step.name(), reason, by.value(), Timestamp.from(now)).update();
    }

    /** When the present round of a step began: the last reopening of it or of an earlier one. */
    Optional<Instant> reopened(EightDId id, EightDStep step) {
        return sql.sql("select max(reopened_at) from improvement.eightd_reopening where eightd_id = ? and step <= ?").params(id.value(), step.name())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    Optional<ActionId> action(EightDId id) {
        return sql.sql("select action_id from improvement.eightd_action where eightd_id = ?").param(id.value()).query(UUID.class).optional().map(ActionId::new);
    }

    void action(EightDId id, ActionId action) {
        sql.sql("insert into improvement.eightd_action (eightd_id, action_id) values (?,?)").params(id.value(), action.value()).update();
    }

    void asked(UUID approval, EightDId id, String hash, PersonId by, Instant now) {
        sql.sql("insert into improvement.eightd_approval (approval_id, eightd_id, content_hash, asked_by, asked_at) values (?,?,?,?,?)")
                .params(approval, id.value(), hash, by.value(), Timestamp.from(now)).update();
    }

    Optional<EightDId> ofStep(UUID textId) {
        return sql.sql("select eightd_id from improvement.eightd_text where id = ?").param(textId).query(UUID.class).optional().map(EightDId::new);
    }
}
