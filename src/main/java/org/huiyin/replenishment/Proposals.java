package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.approval.ApprovalRequest;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.records.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an order before the approvers whom its sum asks for (001/5.3.4). */
@Component
class Proposals {

    private static final String YUAN = "CNY";

    private final ReplenishmentStore store;
    private final Cumulation cumulation;
    private final Approvals approvals;
    private final Procedures procedures;
    private final Numbers numbers;
    private final Clock clock;

    Proposals(ReplenishmentStore store, Cumulation cumulation, Approvals approvals, Procedures procedures, Numbers numbers, Clock clock) {
        this.store = store;
        this.cumulation = cumulation;
        this.approvals = approvals;
        this.procedures = procedures;
        this.numbers = numbers;
        this.clock = clock;
    }

    static Money yuan(BigDecimal amount) {
        return Money.of(amount.toPlainString(), YUAN);
    }

    /** A new order; others who order for the same return wait until it counts. */
    void first(Actor actor, ReplenishmentId id, NewReplenishment order, ReplenishmentSource.Line source) {
        var profile = procedures.inForce();
        cumulation.lock(order.source(), source);
        var sum = cumulation.of(order.source(), source, null, order.amount(), profile);
        var number = numbers.next(prefix(profile), procedures.today().getYear()).toString();
        var proposal = ask(actor, id, number, order, source, sum, 1, profile);
        store.insert(id, number, order, source, proposal);
        store.keep(id, order, proposal);
    }

    /** A changed order; what was decided on it holds no longer. */
    void anew(Actor actor, ReplenishmentRow before, NewReplenishment order, ReplenishmentSource.Line source) {
        var profile = procedures.inForce();
        cumulation.lock(order.source(), source);
        var sum = cumulation.of(order.source(), source, before.id(), order.amount(), profile);
        var proposal = ask(actor, before.id(), before.number(), order, source, sum, before.round() + 1, profile);
        store.propose(before.id(), order, proposal);
        store.keep(before.id(), order, proposal);
    }

    /** Companies founded before there were replacement orders have no prefix for them in their profile. */
    private static String prefix(ProfileVersion profile) {
        return profile.section("prefixes").path("replenishment").asString("BH");
    }

    private ReplenishmentStore.Proposal ask(Actor actor, ReplenishmentId id, String number, NewReplenishment order, ReplenishmentSource.Line source, AddedUp sum,
            int round, ProfileVersion profile) {
        var clause = profile.clauseOf("replenishment");
        var hash = Submission.of(number, source.number(), order, sum).hash();
        var route = sum.rules().route(sum.total());
        var approval = route.isEmpty() ? null : approvals.request(actor, new ApprovalRequest(id.subject(), new Sentence("replenishment.approve", number, source.customerName()),
                "replenishments/" + number, route, yuan(order.amount()), hash, profile.id(), clause));
        return new ReplenishmentStore.Proposal(round, sum, approval, hash, profile.id(), clause, procedures.today(), actor.id(), clock.instant());
    }

    /** Takes back what still waits for a decision; false where nothing does. The approval says so itself. */
    boolean takeBack(Actor actor, ReplenishmentRow order, String reason) {
        var waiting = waiting(order);
        waiting.ifPresent(id -> approvals.withdraw(actor, id, reason));
        return waiting.isPresent();
    }

    private Optional<UUID> waiting(ReplenishmentRow order) {
        return Optional.ofNullable(order.approval()).filter(id -> approvals.get(id).state() == ApprovalState.PENDING);
    }

    /** What an order of the amount would lead to; for the form, and for the approver's eye on orders nearby. */
    AddedUp sum(NewReplenishment order, ReplenishmentSource.Line source, @Nullable ReplenishmentId self) {
        return cumulation.of(order.source(), source, self, order.amount(), procedures.inForce());
    }

    /** Other orders of the same customer in the days of the profile. */
    List<Counted> alike(ReplenishmentRow order) {
        var rules = Cumulation.rules(procedures.byId(order.profileVersion()));
        var customer = order.customer();
        return customer == null ? List.of() : store.near(customer, order.id(), order.proposedOn().minusDays(rules.cumulateDays()));
    }
}
