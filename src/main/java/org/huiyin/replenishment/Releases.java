package org.huiyin.replenishment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets urgent goods leave before all have approved: with a reason, by whom the profile names, never by whoever proposed them. A
 * release is no approval; that stays outstanding, with a promise, until it is given or refused afterwards (001/5.3.4; trap 18).
 */
@Service
@Transactional
public class Releases {

    private static final int LONGEST_WORDS = 1000;

    private final Replenishments orders;
    private final ReplenishmentStore store;
    private final History history;
    private final Callers callers;
    private final Approvals approvals;
    private final Procedures procedures;
    private final Calendars calendars;
    private final People people;
    private final Clock clock;

    Releases(Replenishments orders, ReplenishmentStore store, History history, Callers callers, Approvals approvals, Procedures procedures, Calendars calendars, People people,
            Clock clock) {
        this.orders = orders;
        this.store = store;
        this.history = history;
        this.callers = callers;
        this.approvals = approvals;
        this.procedures = procedures;
        this.calendars = calendars;
        this.people = people;
        this.clock = clock;
    }

    /** Releases an urgent order that still waits for its approval. */
    public void release(Actor actor, ReplenishmentId id, String reason, int version) {
        actor.mustHave("approval.decide");
        orders.get(actor, id);
        var row = store.lock(id).orElseThrow(NotFound::new);
        history.mustBeFresh(row, version, null);
        history.mustLead(row, ReplenishmentState.RELEASED);
        mustMay(actor, row);
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_WORDS) {
            throw new InvalidInput("reason", why.isEmpty() ? "replenishment.invalid.reason" : "replenishment.invalid.long", LONGEST_WORDS);
        }
        var due = promised();
        store.release(row, new ReplenishmentView.Release(row.round(), why, due, actor.id(), clock.instant()), procedures.today(), procedures.inForce().id());
        history.become(row, ReplenishmentState.RELEASED, ReplenishmentStep.on(ReplenishmentStep.Kind.RELEASED, row.round(), due, why, actor.id(), clock.instant()));
        callers.released(store.find(id).orElseThrow(), why, waitingFor(row));
    }

    private void mustMay(Actor actor, ReplenishmentRow row) {
        if (!row.urgent()) {
            throw new BrokenRule("replenishment.refused.notUrgent", row.number());
        }
        if (row.proposedBy().equals(actor.id())) {
            throw new BrokenRule("replenishment.refused.ownRelease", row.number());
        }
        var named = rules().releases();
        if (named.isEmpty()) {
            throw new BrokenRule("replenishment.refused.noRelease");
        }
        if (named.stream().noneMatch(role -> approvals.holds(actor, role, row.proposedBy()))) {
            throw new BrokenRule("replenishment.refused.release", String.join("、", named.stream().map(people::roleName).toList()));
        }
    }

    private ReplenishmentSection rules() {
        return Cumulation.rules(procedures.inForce());
    }

    private List<String> waitingFor(ReplenishmentRow row) {
        return row.approval() == null ? List.of() : approvals.get(row.approval()).open().stream().map(ApprovalView.Part::role).distinct().toList();
    }

    /** The day by which the approval would have to follow, were it released now. */
    @Transactional(readOnly = true)
    public LocalDate promised() {
        return calendars.inForce().addWorkingDays(procedures.today(), rules().approvalDays());
    }

    /** Whether the actor may release the order as it stands. */
    @Transactional(readOnly = true)
    public boolean may(Actor actor, ReplenishmentRow row) {
        return actor.may("approval.decide") && row.state() == ReplenishmentState.PROPOSED && row.urgent() && !row.proposedBy().equals(actor.id())
                && rules().releases().stream().anyMatch(role -> approvals.holds(actor, role, row.proposedBy()));
    }
}
