package org.huiyin.campaign.answers;

import java.util.Set;
import org.huiyin.campaign.RoundView;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How much of a round's answers a person sees: all, her own customers', all without names, or none. A confidential round
 * shows its answers to quality and top management alone, and to the auditor without names (D21, D36).
 *
 * @param owner whose customers' answers are seen; everybody's where it is missing
 * @param named whether customer and contact are shown
 */
record AnswerSight(@Nullable PersonId owner, boolean named) {

    private static final String READ = "answer.read";
    private static final Set<String> CONFIDANTS = Set.of("QUALITY", "QUALITY_HEAD", "TOP");
    private static final String AUDITOR = "AUDITOR";

    static AnswerSight of(Actor actor, RoundView round) {
        actor.mustHave(READ);
        if (round.confidential()) {
            return confidential(actor, round);
        }
        return new AnswerSight(actor.may("customer.readAll") ? null : actor.id(), true);
    }

    private static AnswerSight confidential(Actor actor, RoundView round) {
        if (CONFIDANTS.stream().anyMatch(actor::is)) {
            return new AnswerSight(null, true);
        }
        if (actor.is(AUDITOR)) {
            return new AnswerSight(null, false);
        }
        throw new BrokenRule("campaign.answer.refused.confidential", round.number());
    }

    /** Whether the answers of this customer are within sight. */
    boolean sees(CustomerView customer) {
        return owner == null || owner.equals(customer.details().owner());
    }

    /** Whether the person may see answers of this round at all, and with whose names; nothing is refused. */
    static @Nullable AnswerSight orNone(Actor actor, RoundView round) {
        try {
            return of(actor, round);
        } catch (BrokenRule refused) {
            return null;
        }
    }

    /** The customer's name where it may be shown. */
    @Nullable String name(@Nullable String name) {
        return named ? name : null;
    }
}
