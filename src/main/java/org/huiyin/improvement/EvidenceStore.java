package org.huiyin.improvement;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and adds what proves the way of an action: steps, causes, measures and their ends, escalations. */
@Component
class EvidenceStore {

    private static final TypeReference<LinkedHashMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final JsonMapper json;

    EvidenceStore(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    void add(ActionId action, int cycle, ActionStep.Kind kind, String words, Map<String, String> details, PersonId by, Instant now) {
        sql.sql("insert into improvement.step (id, action_id, cycle, kind, words, details, done_by, done_at) values (?,?,?,?,?,cast(? as jsonb),?,?)")
                .params(Ids.next(), action.value(), cycle, kind.name(), words, json.writeValueAsString(details), by.value(), Timestamp.from(now))
                .update();
    }

    List<ActionStep> steps(ActionId action) {
        return sql.sql("select * from improvement.step where action_id = ? order by done_at, id").param(action.value())
                .query((row, n) -> new ActionStep(row.getInt("cycle"), ActionStep.Kind.valueOf(row.getString("kind")), row.getString("words"),
                        json.readValue(row.getString("details"), DETAILS), new PersonId(row.getObject("done_by", UUID.class)),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }

    UUID addCause(ActionId action, int cycle, @Nullable UUID parent, String words, PersonId by, Instant now) {
        UUID id = Ids.next();
        sql.sql("insert into improvement.cause (id, action_id, cycle, parent_id, words, noted_by, noted_at) values (:id, :a, :c, :p, :w, :by, :now)")
                .param("id", id).param("a", action.value()).param("c", cycle).param("p", parent, Types.OTHER).param("w", words)
                .param("by", by.value()).param("now", Timestamp.from(now)).update();
        return id;
    }

    void strikeCause(UUID cause, String reason, PersonId by, Instant now) {
        sql.sql("insert into improvement.cause_strike (cause_id, reason, struck_by, struck_at) values (?,?,?,?)")
                .params(cause, reason, by.value(), Timestamp.from(now)).update();
    }

    /** The whys of the action, each below its parent, roots in the order in which they were written. */
    List<CauseView> causes(ActionId action) {
        var flat = sql.sql("""
                select c.*, s.reason from improvement.cause c left join improvement.cause_strike s
                  on s.company_id = c.company_id and s.cause_id = c.id where c.action_id = ? order by c.id""").param(action.value())
                .query((row, n) -> new CauseView(row.getObject("id", UUID.class), row.getInt("cycle"), row.getObject("parent_id", UUID.class), 0, true,
                        row.getString("words"), new PersonId(row.getObject("noted_by", UUID.class)), row.getTimestamp("noted_at").toInstant(),
                        row.getString("reason")))
                .list();
        Map<UUID, List<CauseView>> below = new HashMap<>();
        var roots = new ArrayList<CauseView>();
        for (CauseView cause : flat) {
            (cause.parent() == null ? roots : below.computeIfAbsent(cause.parent(), k -> new ArrayList<>())).add(cause);
        }
        var tree = new ArrayList<CauseView>();
        roots.forEach(root -> hang(root, 1, below, tree));
        return tree;
    }

    private static void hang(CauseView cause, int depth, Map<UUID, List<CauseView>> below, List<CauseView> tree) {
        var children = below.getOrDefault(cause.id(), List.of());
        boolean leaf = children.stream().allMatch(child -> child.struck() != null);
        tree.add(new CauseView(cause.id(), cause.cycle(), cause.parent(), depth, leaf, cause.words(), cause.by(), cause.at(), cause.struck()));
        children.forEach(child -> hang(child, depth + 1, below, tree));
    }

    UUID addMeasure(ActionId action, int cycle, MeasureKind kind, String words, PersonId owner, LocalDate due, PersonId by, Instant now) {
        UUID id = Ids.next();
        sql.sql("insert into improvement.measure (id, action_id, cycle, kind, words, owner_id, due, set_by, set_at) values (?,?,?,?,?,?,?,?,?)")
                .params(id, action.value(), cycle, kind.name(), words, owner.value(), due, by.value(), Timestamp.from(now)).update();
        return id;
    }

    void endMeasure(UUID measure, boolean done, String words, PersonId by, Instant now) {
        sql.sql("insert into improvement.measure_end (measure_id, done, words, ended_by, ended_at) values (?,?,?,?,?)")
                .params(measure, done, words, by.value(), Timestamp.from(now)).update();
    }

    List<MeasureView> measures(ActionId action) {
        return measures(List.of(action)).getOrDefault(action, List.of());
    }

    Map<ActionId, List<MeasureView>> measures(Collection<ActionId> actions) {
        var found = new LinkedHashMap<ActionId, List<MeasureView>>();
        if (actions.isEmpty()) {
            return found;
        }
        sql.sql("""
                select m.*, e.done, e.words as end_words, e.ended_by, e.ended_at from improvement.measure m left join improvement.measure_end e
                  on e.company_id = m.company_id and e.measure_id = m.id where m.action_id = any(:actions) order by m.cycle, m.due, m.id""")
                .param("actions", actions.stream().map(ActionId::value).toArray(UUID[]::new))
                .query(row -> {
                    UUID endedBy = row.getObject("ended_by", UUID.class);
                    found.computeIfAbsent(new ActionId(row.getObject("action_id", UUID.class)), k -> new ArrayList<>()).add(new MeasureView(
                            row.getObject("id", UUID.class), row.getInt("cycle"), MeasureKind.valueOf(row.getString("kind")), row.getString("words"),
                            new PersonId(row.getObject("owner_id", UUID.class)), row.getObject("due", LocalDate.class),
                            new PersonId(row.getObject("set_by", UUID.class)), row.getTimestamp("set_at").toInstant(),
                            endedBy == null ? null : new MeasureView.End(row.getBoolean("done"), row.getString("end_words"), new PersonId(endedBy),
                                    row.getTimestamp("ended_at").toInstant())));
                });
        return found;
    }

    /** Claims the escalation of a promise to a level; false when somebody was told before. */
    boolean escalate(ActionId action, String promise, int level, Collection<PersonId> told, int daysLate, Instant now) {
        return sql.sql("""
                insert into improvement.escalation (action_id, promise, level, told, days_late, escalated_at) values (?,?,?,?,?,?)
                on conflict do nothing""")
                .params(action.value(), promise, level, new HashSet<>(told).stream().map(PersonId::value).toArray(UUID[]::new), daysLate,
                        Timestamp.from(now))
                .update() == 1;
    }

    List<EscalationView> escalations(ActionId action) {
        return sql.sql("select * from improvement.escalation where action_id = ? order by escalated_at, level").param(action.value())
                .query((row, n) -> new EscalationView(row.getString("promise"), row.getInt("level"),
                        java.util.Arrays.stream((UUID[]) row.getArray("told").getArray()).map(PersonId::new).toList(), row.getInt("days_late"),
                        row.getTimestamp("escalated_at").toInstant()))
                .list();
    }
}
