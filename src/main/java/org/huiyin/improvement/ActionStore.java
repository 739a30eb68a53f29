package org.huiyin.improvement;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.Columns;
import org.huiyin.platform.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the standing of actions. */
@Component
class ActionStore {

    private static final String SELECT = """
            select a.*, c.name as customer_name, c.code as customer_code, c.owner_id as customer_owner, d.name as department_name
            from improvement.action a
            left join customer.customer o on o.company_id = a.company_id and o.id = a.customer_id
            left join customer.customer c on c.company_id = a.company_id and c.id = coalesce(o.merged_into, o.id)
            left join organization.department d on d.company_id = a.company_id and d.id = a.department_id""";

    private final JdbcClient sql;
    private final Sentences sentences;

    ActionStore(JdbcClient sql, Sentences sentences) {
        this.sql = sql;
        this.sentences = sentences;
    }

    private record Where(StringBuilder text, MapSqlParameterSource parameters) {

        void and(String condition, String name, Object value) {
            text.append(" and ").append(condition);
            parameters.addValue(name, value);
        }
    }

    void insert(ActionId id, String number, NewAction a, LocalDate due, List<Sentence> reasons, PersonId by, Instant now) {
        var p = new MapSqlParameterSource()
                .addValue("id", id.value()).addValue("number", number)
                .addValue("origins", a.origins().stream().map(Enum::name).sorted().toArray(String[]::new))
                .addValue("customer", a.customer() == null ? null : a.customer().value(), Types.OTHER)
                .addValue("sourceType", a.source().type()).addValue("source", a.source().id())
                .addValue("problem", sentences.write(a.problem())).addValue("items", a.items().toArray(String[]::new))
                .addValue("department", a.department(), Types.OTHER)
                .addValue("owner", a.owner() == null ? null : a.owner().value(), Types.OTHER)
                .addValue("due", due).addValue("reasons", reasons.stream().map(sentences::write).toArray(String[]::new))
                .addValue("by", by.value()).addValue("now", Timestamp.from(now))
                .addValue("profile", a.profileVersion()).addValue("clause", a.clause());
        sql.sql("""
                insert into improvement.action (id, number, origins, customer_id, source_type, source_id, problem, items, department_id,
                  owner_id, state, first_due, due, due_reasons, proposed_by, proposed_at, profile_version, clause, changed_by, changed_at)
                values (:id, :number, :origins, :customer, :sourceType, :source, :problem, :items, :department,
                  :owner, 'PROPOSED', :due, :due, :reasons, :by, :now, :profile, :clause, :by, :now)""").paramSource(p).update();
    }

    /** Holds the row until the commit, so that two people do not take one step twice. */
    Optional<ActionView> lock(ActionId id) {
        sql.sql("select 1 from improvement.action where id = ? for update").param(id.value()).query(Integer.class).optional();
        return find(id);
    }

    Optional<ActionView> find(ActionId id) {
        return sql.sql(SELECT + " where a.id = ?").param(id.value()).query(this::view).optional();
    }

    Optional<ActionView> find(String number) {
        return sql.sql(SELECT + " where a.number = ?").param(number).query(this::view).optional();
    }

    Optional<ActionView> ofMeasure(UUID measure) {
        return sql.sql(SELECT + " where a.id = (select action_id from improvement.measure where id = ?)").param(measure).query(this::view).optional();
    }

    List<ActionView> about(SubjectRef source) {
        return sql.sql(SELECT + " where a.source_type = ? and a.source_id = ? order by a.number").params(source.type(), source.id()).query(this::view).list();
    }

    List<ActionView> list(Actor actor, ActionFilter filter, LocalDate today) {
        var where = where(actor, filter, today);
        where.parameters().addValue("size", filter.size()).addValue("skip", (filter.page() - 1) * filter.size());
        return sql.sql(SELECT + " where true" + where.text()
                        + " order by a.state in ('CLOSED', 'VOIDED'), case when a.state in ('CLOSED', 'VOIDED') then null else a.due end, a.number desc"
                        + " limit :size offset :skip")
                .paramSource(where.parameters()).query(this::view).list();
    }

    long count(Actor actor, ActionFilter filter, LocalDate today) {
        var where = where(actor, filter, today);
        return sql.sql("select count(*) from (" + SELECT + " where true" + where.text() + ") x").paramSource(where.parameters()).query(Long.class).single();
    }

    /** Every open action, for routines and for people's work. */
    List<ActionView> open() {
        return sql.sql(SELECT + " where a.state not in ('CLOSED', 'VOIDED') order by a.due, a.number").query(this::view).list();
    }

    void become(ActionView action, ActionState state, int cycle, @Nullable Instant endedAt, PersonId by, Instant now) {
        sql.sql("""
                update improvement.action set state = :state, cycle = :cycle, ended_at = :ended, version = version + 1,
                  changed_by = :by, changed_at = :now where id = :id""")
                .param("state", state.name()).param("cycle", cycle)
                .param("ended", endedAt == null ? null : Timestamp.from(endedAt), Types.TIMESTAMP)
                .param("by", by.value()).param("now", Timestamp.from(now)).param("id", action.id().value()).update();
    }

    void assign(ActionId id, @Nullable UUID department, @Nullable PersonId owner, PersonId by, Instant now) {
        sql.sql("""
                update improvement.action set department_id = :department, owner_id = :owner, version = version + 1,
                  changed_by = :by, changed_at = :now where id = :id""")
                .param("department", department, Types.OTHER).param("owner", owner == null ? null : owner.value(), Types.OTHER)
                .param("by", by.value()).param("now", Timestamp.from(now)).param("id", id.value()).update();
    }

    void moveDue(ActionId id, LocalDate due, PersonId by, Instant now) {
        sql.sql("update improvement.action set due = ?, version = version + 1, changed_by = ?, changed_at = ? where id = ?")
                .params(due, by.value(), Timestamp.from(now), id.value()).update();
    }

    private static Where where(Actor actor, ActionFilter f, LocalDate today) {
        var where = new Where(new StringBuilder(), new MapSqlParameterSource());
        if (!actor.may("customer.readAll")) {
            where.and("(a.customer_id is null or c.owner_id = :me or a.owner_id = :me or a.proposed_by = :me or exists (select 1 from"
                    + " improvement.measure m where m.company_id = a.company_id and m.action_id = a.id and m.owner_id = :me))", "me", actor.id().value());
        }
        if (!f.q().isBlank()) {
            where.and("(a.number ilike :q or a.problem ilike :q or c.name ilike :q or array_to_string(a.items, ' ') ilike :q)", "q",
                    "%" + f.q().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (f.state() != null) {
            where.and("a.state = :state", "state", f.state().name());
        }
        if (f.openOnly() || f.lateOnly()) {
            where.text().append(" and a.state not in ('CLOSED', 'VOIDED')");
        }
        if (f.lateOnly()) {
            where.and("a.due < :today", "today", today);
        }
        if (f.origin() != null) {
            where.and(":origin = any(a.origins)", "origin", f.origin().name());
        }
        if (f.department() != null) {
            where.and("a.department_id = :department", "department", f.department());
        }
        if (f.owner() != null) {
            where.and("a.owner_id = :owner", "owner", f.owner().value());
        }
        if (f.proposedBy() != null) {
            where.and("a.proposed_by = :proposer", "proposer", f.proposedBy().value());
        }
        if (f.customer() != null) {
            where.and("a.customer_id in (select id from customer.customer where id = :customer or merged_into = :customer)", "customer", f.customer().value());
        }
        return where;
    }

    private ActionView view(ResultSet row, int n) throws SQLException {
        UUID customer = row.getObject("customer_id", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new ActionView(new ActionId(row.getObject("id", UUID.class)), row.getString("number"), origins(row.getArray("origins")),
                customer == null ? null : new CustomerId(customer), row.getString("customer_code"), row.getString("customer_name"),
                Columns.person(row, "customer_owner"), new SubjectRef(row.getString("source_type"), row.getObject("source_id", UUID.class)),
                sentences.read(row.getString("problem")), strings(row.getArray("items")), row.getObject("department_id", UUID.class),
                row.getString("department_name"), Columns.person(row, "owner_id"), ActionState.valueOf(row.getString("state")), row.getInt("cycle"),
                row.getObject("first_due", LocalDate.class), row.getObject("due", LocalDate.class),
                strings(row.getArray("due_reasons")).stream().map(sentences::read).toList(),
                new PersonId(row.getObject("proposed_by", UUID.class)), row.getTimestamp("proposed_at").toInstant(),
                ended == null ? null : ended.toInstant(), row.getObject("profile_version", UUID.class), row.getString("clause"), row.getInt("version"));
    }

    private static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static Set<ActionOrigin> origins(Array array) throws SQLException {
        return strings(array).stream().map(ActionOrigin::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }
}
