package org.huiyin.customer;

import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** Whose customers somebody sees: clerks their own, others all (rights by role and by own customers). */
public record Sight(@Nullable UUID owner) {

    /** What the actor sees; refused without the right to read customers at all. */
    public static Sight of(Actor actor) {
        actor.mustHave("customer.read");
        return new Sight(actor.may("customer.readAll") ? null : actor.id().value());
    }

    /** Whether a customer of that owner is seen. */
    public boolean sees(CustomerDetails details) {
        return owner == null || (details.owner() != null && owner.equals(details.owner().value()));
    }
}
