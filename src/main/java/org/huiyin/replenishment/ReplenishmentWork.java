package org.huiyin.replenishment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What replacement orders ask of a person: plan the day, ship, ask whether it arrived; what was sent back is proposed again,
 * and what nobody approves in time is asked after.
 */
@Component
class ReplenishmentWork implements WorkSource {

    private final Replenishments orders;
    private final Callers callers;
    private final Calendars calendars;
    private final Procedures procedures;

    ReplenishmentWork(Replenishments orders, Callers callers, Calendars calendars, Procedures procedures) {
        this.orders = orders;
        this.callers = callers;
        this.calendars = calendars;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        boolean works = actor.may("replenish.work");
        if (!actor.may(Replenishments.READ) || !works && !actor.may("replenish.propose")) {
            return List.of();
        }
        boolean plans = works && callers.planners().stream().anyMatch(actor::is);
        var calendar = calendars.inForce();
        var today = procedures.today();
        var items = new ArrayList<WorkItem>();
        for (ReplenishmentRow row : orders.list(actor, ReplenishmentFilter.open())) {
            boolean hers = row.proposedBy().equals(actor.id());
            switch (row.state()) {
                case RELEASED, APPROVED -> when(plans, row, "plan", actor, calendar, items);
                case SCHEDULED -> when(works, row, "ship", actor, calendar, items);
                case SHIPPED -> when(hers, row, "arrive", actor, calendar, items);
                case PROPOSED -> when(hers && row.late(today), row, "push", actor, calendar, items);
                case REFUSED, WITHDRAWN, RECEIVED -> {}
            }
            owed(hers, row, actor, calendar, items);
        }
        orders.list(actor, ReplenishmentFilter.all().in(ReplenishmentState.REFUSED).onPage(1, 500)).stream()
                .filter(row -> row.proposedBy().equals(actor.id())).forEach(row -> when(true, row, "again", actor, calendar, items));
        return items;
    }

    /** The approval that a released order still lacks is asked after by whoever proposed it. */
    private static void owed(boolean hers, ReplenishmentRow row, Actor actor, WorkingCalendar calendar, List<WorkItem> items) {
        var promised = row.approvalDue();
        if (hers && row.outstanding() && promised != null) {
            items.add(new WorkItem(ReplenishmentId.SUBJECT, new Sentence("replenishment.work.owed", row.goods()), row.customerName().isEmpty() ? null : row.customerName(),
                    row.number(), "replenishments/" + row.number(), calendar.closeOf(promised), List.of(new Sentence("replenishment.why.owed", promised)),
                    row.clause().isEmpty() ? null : row.clause(), Set.of(actor.id()), true).running(row.proposedAt()));
        }
    }

    private static void when(boolean asked, ReplenishmentRow row, String what, Actor actor, WorkingCalendar calendar, List<WorkItem> items) {
        if (!asked) {
            return;
        }
        var title = new Sentence("replenishment.work." + what, row.goods());
        Optional<Instant> due = Optional.ofNullable(what.equals("arrive") || what.equals("again") ? null : row.due()).map(calendar::closeOf);
        List<Sentence> why = row.wantedBy() != null ? List.of(new Sentence("replenishment.why.wanted", row.wantedBy()))
                : row.scheduledFor() != null ? List.of(new Sentence("replenishment.why.planned", row.scheduledFor())) : List.of();
        items.add(new WorkItem(ReplenishmentId.SUBJECT, row.urgent() ? new Sentence("replenishment.work.urgent", title) : title,
                row.customerName().isEmpty() ? null : row.customerName(), row.number(), "replenishments/" + row.number(), due.orElse(null), due.isEmpty() ? List.of() : why,
                row.clause().isEmpty() ? null : row.clause(), Set.of(actor.id()), true).running(due.isEmpty() ? null : row.proposedAt()));
    }
}
