package org.huiyin.replenishment.web;

import java.util.List;
import java.util.Optional;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.People;
import org.huiyin.replenishment.ReplenishmentId;
import org.huiyin.replenishment.Replenishments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reckons what the form would lead to, while somebody types. */
@Component
class Reckoner {

    private final Replenishments orders;
    private final People people;

    Reckoner(Replenishments orders, People people) {
        this.orders = orders;
        this.people = people;
    }

    Optional<After> of(Actor actor, OrderForm form, SubjectRef subject, @Nullable ReplenishmentId self) {
        var order = form.soFar(subject);
        return orders.preview(actor, order, self)
                .map(sum -> new After(order.items(), sum, sum.route().stream().map(step -> roles(actor, step)).toList()));
    }

    private List<After.Role> roles(Actor actor, ApprovalStep step) {
        return step.roles().stream().sorted().map(role -> new After.Role(people.roleName(role), people.holders(role).stream()
                .filter(person -> !person.id().equals(actor.id())).map(person -> person.name()).toList())).toList();
    }
}
