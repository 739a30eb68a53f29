package org.huiyin.complaint;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Costs that stand on the complaint itself, such as sorting, freight and journeys (IATF16949:2016/9.3.2.1, cost of poor quality).
 * Replacements, rework and claims come from the modules that keep them ({@link CostSource}).
 */
@Service
@Transactional
public class Expenses {

    private static final int LONGEST_NOTE = 200;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final Complaints complaints;
    private final Procedures procedures;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Expenses(Complaints complaints, Procedures procedures, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.complaints = complaints;
        this.procedures = procedures;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the actor may write costs down. */
    public static boolean mayType(Actor actor) {
        return actor.may("complaint.work") || actor.may("complaint.answer");
    }

    /** Writes a cost down, also after the complaint was closed; the same id twice is one cost. */
    public UUID add(Actor actor, ComplaintId complaint, UUID id, ExpenseKind kind, @Nullable BigDecimal amount, @Nullable LocalDate day, String note) {
        actor.mustHave(actor.may("complaint.answer") ? "complaint.answer" : "complaint.work");
        var k = complaints.get(actor, complaint);
        if (k.standing() == Standing.WITHDRAWN) {
            throw new BrokenRule("complaint.refused.closed", k.number());
        }
        check(amount, day, note);
        int added = sql.sql("""
                insert into complaint.expense (id, complaint_id, kind, amount, day, note, typed_by, typed_at) values (?,?,?,?,?,?,?,?)
                on conflict (company_id, id) do nothing""")
                .params(id, complaint.value(), kind.name(), Objects.requireNonNull(amount), Objects.requireNonNull(day), note.strip(), actor.id().value(), Timestamp.from(clock.instant())).update();
        if (added == 1) {
            happen(actor, k, "addCost", Map.of(), Map.of("kind", kind.name(), "amount", String.valueOf(amount), "day", String.valueOf(day), "note", note.strip()));
        }
        return id;
    }

    private void check(@Nullable BigDecimal amount, @Nullable LocalDate day, String note) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        if (amount == null || amount.signum() <= 0 || amount.scale() > 2 || amount.compareTo(MOST) >= 0) {
            problems.put("amount", new Sentence("complaint.invalid.amount"));
        }
        if (day == null || day.isAfter(procedures.today())) {
            problems.put("day", new Sentence("complaint.invalid.costDay"));
        }
        if (note.strip().length() > LONGEST_NOTE) {
            problems.put("note", new Sentence("complaint.invalid.longField", LONGEST_NOTE));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** Takes a cost back that was typed by mistake: by who typed it, or by who decides; the audit trail keeps it. */
    public void drop(Actor actor, ComplaintId complaint, UUID id) {
        actor.mustHave(actor.may("complaint.answer") ? "complaint.answer" : "complaint.work");
        var k = complaints.get(actor, complaint);
        var gone = find(actor, complaint, id).orElseThrow(NotFound::new);
        if (!gone.by().equals(actor.id()) && !actor.may("complaint.triage")) {
            throw new BrokenRule("complaint.refused.othersCost");
        }
        sql.sql("delete from complaint.expense where id = ?").param(id).update();
        happen(actor, k, "dropCost", Map.of("kind", gone.kind().name(), "amount", gone.amount().toPlainString(), "day", gone.day().toString(), "note", gone.note()), Map.of());
    }

    private Optional<ExpenseView> find(Actor actor, ComplaintId complaint, UUID id) {
        return of(actor, complaint).stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The costs of one complaint, the latest day first; none where the actor may not see it. */
    @Transactional(readOnly = true)
    public List<ExpenseView> of(Actor actor, ComplaintId complaint) {
        return !complaints.visible(actor, complaint) ? List.of() : sql.sql("select * from complaint.expense where complaint_id = ? order by day desc, id desc").param(complaint.value()).query((row, n) -> view(row)).list();
    }

    /** The costs of the complaints that the actor may see, whose day lies in the span, both days included. */
    @Transactional(readOnly = true)
    public List<ExpenseView> between(Actor actor, LocalDate from, LocalDate to) {
        var all = sql.sql("select * from complaint.expense where day >= ? and day <= ? order by day desc, id desc").params(from, to).query((row, n) -> view(row)).list();
        var seen = complaints.seen(actor, all.stream().map(ExpenseView::complaint).collect(Collectors.toSet()));
        return all.stream().filter(expense -> seen.contains(expense.complaint())).toList();
    }

    private static ExpenseView view(java.sql.ResultSet row) throws java.sql.SQLException {
        return new ExpenseView(row.getObject("id", UUID.class), new ComplaintId(row.getObject("complaint_id", UUID.class)), ExpenseKind.valueOf(row.getString("kind")),
                row.getBigDecimal("amount"), row.getObject("day", LocalDate.class), row.getString("note"), new PersonId(row.getObject("typed_by", UUID.class)),
                row.getTimestamp("typed_at").toInstant());
    }

    private void happen(Actor actor, ComplaintView k, String verb, Map<String, Object> before, Map<String, Object> after) {
        var what = new LinkedHashMap<String, @Nullable Object>(after);
        what.put("number", k.number());
        events.publishEvent(new Happening(k.id().subject(), verb, actor.id(), new LinkedHashMap<>(before), what, clock.instant()));
    }
}
