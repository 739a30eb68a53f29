package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.notification.Webhooks;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Tells planning of urgent and of approved orders, and whoever proposed one how it goes on (001/5.3.4). */
@Component
class Callers {

    static final String CHANGED = "replenishment.changed";

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final People people;
    private final Procedures procedures;

    Callers(Notifications notifications, Webhooks webhooks, People people, Procedures procedures) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.people = people;
        this.procedures = procedures;
    }

    /** The roles that plan, as the section on returns names them; a profile that is older than it has planning there. */
    Set<String> planners() {
        var named = procedures.inForce().section("returns").path("schedules").valueStream().map(role -> role.asString("")).collect(Collectors.toSet());
        return named.isEmpty() ? Set.of("PLANNING") : named;
    }

    /** Urgent orders are planned for while they still wait for their approval. */
    void proposed(ReplenishmentRow order) {
        if (order.urgent()) {
            tell(holders(planners()), new Sentence("replenishment.note.urgent", order.number(), order.customerName(), order.goods()), order);
        }
        emit(order);
    }

    /** What planning has begun with holds no longer. */
    void changed(ReplenishmentRow before, ReplenishmentRow order) {
        if (before.approvedOn() == null && before.releasedOn() == null) {
            proposed(order);
            return;
        }
        tell(holders(planners()), new Sentence("replenishment.note.changed", order.number(), order.customerName(), order.goods()), order);
        emit(order);
    }

    void approved(ReplenishmentRow order) {
        tell(holders(planners()), new Sentence(order.urgent() ? "replenishment.note.approvedUrgent" : "replenishment.note.approved", order.number(), order.customerName(),
                order.goods()), order);
        emit(order);
    }

    /** An order of which planning knows is over. */
    void over(ReplenishmentRow order) {
        if (order.urgent() || order.approvedOn() != null) {
            tell(holders(planners()), new Sentence("replenishment.note.over", order.number()), order);
        }
        emit(order);
    }

    /** The goods go ahead; who still has to approve hears of it, and until when. */
    void released(ReplenishmentRow order, String reason, Collection<String> waitingFor) {
        tell(holders(planners()), new Sentence("replenishment.note.released", order.number(), order.customerName(), order.goods()), order);
        var owing = new LinkedHashSet<>(holders(new LinkedHashSet<>(waitingFor)));
        owing.add(order.proposedBy());
        var due = Objects.requireNonNull(order.approvalDue());
        notifications.tell(owing, new Sentence("replenishment.note.owed", order.number(), reason, due), order.id().subject(), "replenishments/" + order.number());
        emit(order);
    }

    /** The word came when the goods were already being got ready or had left. */
    void afterwards(ReplenishmentRow order, boolean approved) {
        var told = new LinkedHashSet<>(holders(planners()));
        told.add(order.proposedBy());
        tell(told, new Sentence(approved ? "replenishment.note.approvedAfter" : order.shippedOn() == null ? "replenishment.note.over" : "replenishment.note.refusedGone",
                order.number()), order);
        emit(order);
    }

    void scheduled(ReplenishmentRow order, LocalDate day) {
        var wanted = order.wantedBy();
        tell(List.of(order.proposedBy()), wanted != null && order.plannedLate() ? new Sentence("replenishment.note.scheduledLate", order.number(), day, wanted)
                : new Sentence("replenishment.note.scheduled", order.number(), day), order);
        emit(order);
    }

    void shipped(ReplenishmentRow order, NewShipment shipment) {
        tell(List.of(order.proposedBy()), new Sentence("replenishment.note.shipped", order.number(), order.customerName(), shipment.deliveryNote()), order);
        emit(order);
    }

    void received(ReplenishmentRow order) {
        emit(order);
    }

    private Set<PersonId> holders(Set<String> roles) {
        return roles.stream().flatMap(role -> people.holders(role).stream()).map(PersonView::id).collect(Collectors.toSet());
    }

    private void tell(Collection<PersonId> who, Sentence words, ReplenishmentRow order) {
        notifications.tell(who, words, order.id().subject(), "replenishments/" + order.number());
    }

    private void emit(ReplenishmentRow order) {
        webhooks.emit(CHANGED, order.id().subject(), Map.of("number", order.number(), "state", order.state().name(), "source", order.sourceNumber(),
                "urgent", order.urgent(), "outstanding", order.outstanding(), "amount", order.amount(), "goods", order.goods()));
    }
}
