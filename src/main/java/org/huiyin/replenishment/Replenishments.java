package org.huiyin.replenishment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.platform.Once;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Replacement orders: sales proposes, the route of the profile approves by the sum of a return, planning sets the day, the
 * warehouse ships, the customer has it (001/5.3.4).
 */
@Service
@Transactional
public class Replenishments {

    static final String READ = "replenish.read";
    /** The order whose approval is taken back only to be asked for anew. */
    private static final ScopedValue<ReplenishmentId> CHANGING = ScopedValue.newInstance();
    private static final String PROPOSE = "replenish.propose";
    private static final String WORK = "replenish.work";
    private static final int LONGEST_NOTE = 80;
    private static final int LONGEST_CARRIER = 120;
    private static final int LONGEST_WORDS = 1000;

    private final ReplenishmentStore store;
    private final RegisterStore register;
    private final ProposalCheck check;
    private final Proposals proposals;
    private final Sources sources;
    private final History history;
    private final Callers callers;
    private final People people;
    private final Procedures procedures;
    private final Once once;
    private final Clock clock;

    Replenishments(ReplenishmentStore store, RegisterStore register, ProposalCheck check, Proposals proposals, Sources sources, History history, Callers callers,
            People people, Procedures procedures, Once once, Clock clock) {
        this.store = store;
        this.register = register;
        this.check = check;
        this.proposals = proposals;
        this.sources = sources;
        this.history = history;
        this.callers = callers;
        this.people = people;
        this.procedures = procedures;
        this.once = once;
        this.clock = clock;
    }

    /** Proposes an order: it gets its number, its approvers by the sum, and planning hears of an urgent one at once. */
    public ReplenishmentId propose(Actor actor, NewReplenishment order) {
        return propose(actor, Ids.next(), order);
    }

    /** The same under an id of the form's, so that a form sent twice proposes one order. */
    public ReplenishmentId propose(Actor actor, UUID wanted, NewReplenishment typed) {
        actor.mustHave(PROPOSE);
        return once.make(new ReplenishmentId(wanted), id -> store.find(id).map(ReplenishmentRow::id), id -> write(actor, id, typed));
    }

    private void write(Actor actor, ReplenishmentId id, NewReplenishment typed) {
        var source = sources.find(actor, typed.source());
        var order = check.checked(typed, source);
        proposals.first(actor, id, order, source.orElseThrow());
        var row = store.find(id).orElseThrow();
        history.note(row, ReplenishmentStep.of(ReplenishmentStep.Kind.PROPOSED, 1, "", actor.id(), clock.instant()), facts(row));
        callers.proposed(row);
        approveWithoutRoute(row, actor.id());
    }

    /**
     * Changes an order and puts it before its approvers anew, whatever was decided before; only whoever proposed it may, so that
     * nobody approves what she proposed.
     *
     * @param again why the approval that still waits is taken back
     */
    public void change(Actor actor, ReplenishmentId id, NewReplenishment typed, int version, String again) {
        actor.mustHave(PROPOSE);
        var seen = mine(actor, id);
        history.mustBeFresh(seen, version, typed);
        var source = sources.find(actor, seen.source());
        var order = check.checked(new NewReplenishment(seen.source(), typed.urgent(), typed.wantedBy(), typed.reason(), typed.items()), source);
        ScopedValue.where(CHANGING, id).run(() -> proposals.takeBack(actor, seen, again));
        var before = store.lock(id).orElseThrow(NotFound::new);
        history.mustBeFresh(before, version, typed);
        history.mustLead(before, ReplenishmentState.PROPOSED);
        proposals.anew(actor, before, order, source.orElseThrow());
        var row = store.find(id).orElseThrow();
        history.note(row, ReplenishmentStep.of(ReplenishmentStep.Kind.CHANGED, row.round(), "", actor.id(), clock.instant()), facts(row));
        callers.changed(before, row);
        approveWithoutRoute(row, actor.id());
    }

    private static Map<String, Object> facts(ReplenishmentRow row) {
        return Map.of("number", row.number(), "source", row.sourceNumber(), "amount", row.amount().toPlainString(), "total", row.total().toPlainString(), "urgent",
                row.urgent(), "goods", row.goods());
    }

    /** Where the procedure asks nobody, nobody is waited for. */
    private void approveWithoutRoute(ReplenishmentRow row, PersonId by) {
        if (row.approval() == null) {
            approved(row, by);
        }
    }

    private ReplenishmentRow mine(Actor actor, ReplenishmentId id) {
        var row = seen(actor, id);
        if (!row.proposedBy().equals(actor.id())) {
            throw new BrokenRule("replenishment.refused.notYours", row.number(), people.names().getOrDefault(row.proposedBy(), ""));
        }
        if (!row.state().changeable()) {
            throw new BrokenRule("replenishment.refused.gone", row.number());
        }
        return row;
    }

    /** Takes the order back; the number stays used, and what others were decided with it stays. */
    public void withdraw(Actor actor, ReplenishmentId id, String reason, int version) {
        actor.mustHave(PROPOSE);
        var seen = mine(actor, id);
        history.mustBeFresh(seen, version, null);
        var why = words("reason", reason, true);
        if (!proposals.takeBack(actor, seen, why)) {
            var row = store.lock(id).orElseThrow(NotFound::new);
            history.mustBeFresh(row, version, null);
            withdrawn(row, actor.id(), why);
        }
    }

    private static String words(String field, String text, boolean needed) {
        var words = text.strip();
        if (needed && words.isEmpty()) {
            throw new InvalidInput(field, "replenishment.invalid.reason");
        }
        if (words.length() > LONGEST_WORDS) {
            throw new InvalidInput(field, "replenishment.invalid.long", LONGEST_WORDS);
        }
        return words;
    }

    private void withdrawn(ReplenishmentRow row, PersonId by, String why) {
        history.become(row, ReplenishmentState.WITHDRAWN, ReplenishmentStep.of(ReplenishmentStep.Kind.WITHDRAWN, row.round(), why, by, clock.instant()));
        callers.over(row);
    }

    /** The approval was taken back. */
    void takenBack(UUID approval, PersonId by, String reason) {
        current(approval).filter(row -> !CHANGING.isBound() || !CHANGING.get().equals(row.id())).ifPresent(row -> {
            if (!row.state().changeable()) {
                throw new BrokenRule("replenishment.refused.gone", row.number());
            }
            withdrawn(row, by, reason);
        });
    }

    /** All have approved, or one has refused. */
    void decided(UUID approval, boolean approve, PersonId by, String reason) {
        current(approval).ifPresent(row -> {
            if (row.outstanding()) {
                decidedAfterwards(row, approve, by, reason);
            } else if (approve) {
                approved(row, by);
            } else {
                history.become(row, ReplenishmentState.REFUSED, ReplenishmentStep.of(ReplenishmentStep.Kind.REFUSED, row.round(), reason, by, clock.instant()));
                callers.over(row);
            }
        });
    }

    /** The word on a released order: a refusal stops what has not left yet; what has left stays, and the refusal with it. */
    private void decidedAfterwards(ReplenishmentRow row, boolean approve, PersonId by, String reason) {
        var today = procedures.today();
        var step = ReplenishmentStep.of(approve ? ReplenishmentStep.Kind.APPROVED : ReplenishmentStep.Kind.REFUSED, row.round(), reason, by, clock.instant());
        if (approve) {
            store.approvedOn(row.id(), today);
        } else {
            store.refusedOn(row.id(), today);
        }
        var next = approve ? ReplenishmentState.APPROVED : ReplenishmentState.REFUSED;
        boolean here = row.state() == ReplenishmentState.RELEASED || !approve && row.state() == ReplenishmentState.SCHEDULED;
        if (here) {
            history.become(row, next, step);
        } else {
            history.afterwards(row, step);
        }
        callers.afterwards(store.find(row.id()).orElseThrow(), approve);
    }

    private Optional<ReplenishmentRow> current(UUID approval) {
        return store.approvedBy(approval).flatMap(row -> store.lock(row.id())).filter(row -> row.state() == ReplenishmentState.PROPOSED || row.outstanding());
    }

    private void approved(ReplenishmentRow row, PersonId by) {
        store.approvedOn(row.id(), procedures.today());
        history.become(row, ReplenishmentState.APPROVED, ReplenishmentStep.of(ReplenishmentStep.Kind.APPROVED, row.round(), "", by, clock.instant()));
        callers.approved(store.find(row.id()).orElseThrow());
    }

    /** Planning says on which day the goods leave; saying another day later is shown. */
    public void scheduled(Actor actor, ReplenishmentId id, @Nullable LocalDate wanted, int version) {
        var row = working(actor, id, version, ReplenishmentState.SCHEDULED);
        var day = check.day(wanted, true);
        store.scheduledFor(id, day);
        history.become(row, ReplenishmentState.SCHEDULED, ReplenishmentStep.on(ReplenishmentStep.Kind.SCHEDULED, row.round(), day, "", actor.id(), clock.instant()));
        callers.scheduled(store.find(id).orElseThrow(), day);
    }

    /** The goods have left. */
    public void shipped(Actor actor, ReplenishmentId id, NewShipment shipment, int version) {
        var row = working(actor, id, version, ReplenishmentState.SHIPPED);
        var day = check.day(shipment.day(), false);
        var free = mayLeaveFrom(row);
        if (day.isBefore(free)) {
            throw new InvalidInput("day", "replenishment.invalid.dayBefore", free);
        }
        if (shipment.deliveryNote().isEmpty() || shipment.deliveryNote().length() > LONGEST_NOTE) {
            throw new InvalidInput("deliveryNote", "replenishment.invalid.deliveryNote", LONGEST_NOTE);
        }
        if (shipment.carrier().length() > LONGEST_CARRIER) {
            throw new InvalidInput("carrier", "replenishment.invalid.long", LONGEST_CARRIER);
        }
        store.shippedOn(id, day);
        history.become(row, ReplenishmentState.SHIPPED, new ReplenishmentStep(ReplenishmentStep.Kind.SHIPPED, row.round(), day, "", shipment.deliveryNote(),
                shipment.carrier(), actor.id(), clock.instant()));
        callers.shipped(store.find(id).orElseThrow(), shipment);
    }

    /** The day from which the goods might leave: that of the release, else of the approval. */
    private static LocalDate mayLeaveFrom(ReplenishmentRow row) {
        var released = row.releasedOn();
        var approved = row.approvedOn();
        return released != null ? released : approved != null ? approved : row.proposedOn();
    }

    private ReplenishmentRow working(Actor actor, ReplenishmentId id, int version, ReplenishmentState next) {
        actor.mustHave(WORK);
        seen(actor, id);
        var row = store.lock(id).orElseThrow(NotFound::new);
        history.mustBeFresh(row, version, null);
        history.mustLead(row, next);
        return row;
    }

    /** The customer has the goods; sales hears it and notes it, or whoever works on it. */
    public void received(Actor actor, ReplenishmentId id, @Nullable LocalDate wanted, String note, int version) {
        if (!actor.may(WORK)) {
            actor.mustHave(PROPOSE);
        }
        seen(actor, id);
        var row = store.lock(id).orElseThrow(NotFound::new);
        history.mustBeFresh(row, version, null);
        history.mustLead(row, ReplenishmentState.RECEIVED);
        var day = check.day(wanted, false);
        var shipped = row.shippedOn();
        if (shipped != null && day.isBefore(shipped)) {
            throw new InvalidInput("day", "replenishment.invalid.dayBefore", shipped);
        }
        history.become(row, ReplenishmentState.RECEIVED, ReplenishmentStep.on(ReplenishmentStep.Kind.RECEIVED, row.round(), day, words("words", note, false), actor.id(),
                clock.instant()));
        callers.received(store.find(id).orElseThrow());
    }

    /** What an order would lead to: the sum, who would approve, which orders are added up; for the form. */
    @Transactional(readOnly = true)
    public Optional<AddedUp> preview(Actor actor, NewReplenishment order, @Nullable ReplenishmentId self) {
        actor.mustHave(PROPOSE);
        return sources.find(actor, order.source()).map(source -> proposals.sum(order, source, self));
    }

    /** Other orders of the same customer near this one, which no rule adds up. */
    @Transactional(readOnly = true)
    public List<Counted> alike(ReplenishmentView view) {
        return proposals.alike(view.row()).stream().filter(other -> view.counted().stream().noneMatch(c -> c.id().equals(other.id()))).toList();
    }

    /** The order, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public ReplenishmentView get(ReplenishmentId id) {
        return store.find(id).map(store::whole).orElseThrow(NotFound::new);
    }

    /** The order, if the actor may see it. */
    @Transactional(readOnly = true)
    public ReplenishmentView get(Actor actor, ReplenishmentId id) {
        return store.whole(seen(actor, id));
    }

    private ReplenishmentRow seen(Actor actor, ReplenishmentId id) {
        actor.mustHave(READ);
        return store.find(id).filter(row -> register.seen(actor, id, procedures.today())).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public ReplenishmentView byNumber(Actor actor, String number) {
        actor.mustHave(READ);
        return store.find(number).filter(row -> register.seen(actor, row.id(), procedures.today())).map(store::whole).orElseThrow(NotFound::new);
    }

    /** The orders for a return or a complaint, oldest first. */
    @Transactional(readOnly = true)
    public List<ReplenishmentRow> of(SubjectRef source) {
        return store.of(source);
    }

    /** The orders for a complaint and for its returns, oldest first. */
    @Transactional(readOnly = true)
    public List<ReplenishmentRow> of(ComplaintId complaint) {
        return store.of(complaint);
    }

    @Transactional(readOnly = true)
    public List<ReplenishmentRow> list(Actor actor, ReplenishmentFilter filter) {
        actor.mustHave(READ);
        return register.list(actor, filter, procedures.today());
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, ReplenishmentFilter filter) {
        actor.mustHave(READ);
        return register.count(actor, filter, procedures.today());
    }

    /** All that the filter finds, one after the other. */
    @Transactional(readOnly = true)
    public void each(Actor actor, ReplenishmentFilter filter, Consumer<ReplenishmentRow> sink) {
        actor.mustHave(READ);
        register.each(actor, filter, procedures.today(), sink);
    }
}
