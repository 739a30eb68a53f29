package org.huiyin.analysis;

import java.util.List;
import java.util.UUID;
import org.huiyin.campaign.RoundView;
import org.huiyin.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * How much of a result somebody sees: customers by name, only her own ones by name, or means alone, and those only from
 * enough answers up; the same people as for the answers themselves (decision D36).
 */
record Sight(@Nullable UUID owner, boolean named) {

    private static final List<String> CONFIDANTS = List.of("QUALITY", "QUALITY_HEAD", "TOP");

    static Sight of(Actor actor, RoundView round) {
        if (round.confidential()) {
            return new Sight(null, CONFIDANTS.stream().anyMatch(actor::is));
        }
        return new Sight(actor.may("customer.readAll") || actor.is("AUDITOR") ? null : actor.id().value(), true);
    }
}
