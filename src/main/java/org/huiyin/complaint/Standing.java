package org.huiyin.complaint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint stands, read from its facts and from nothing else: it is open until the customer has accepted the answer
 * and the effect is decided (decisions.md, "A complaint is a set of independent facts").
 */
public enum Standing {
    RECEIVED,
    ASSESSED,
    WORKING,
    /** Answered, waiting for what the customer says. */
    ANSWERED,
    /** Accepted, the effect is being watched. */
    WATCHED,
    CLOSED,
    WITHDRAWN;

    /** The columns of a board: the way of a complaint that nobody withdraws. */
    public static final List<Standing> WAY = List.of(RECEIVED, ASSESSED, WORKING, ANSWERED, WATCHED, CLOSED);

    public boolean open() {
        return switch (this) {
            case RECEIVED, ASSESSED, WORKING, ANSWERED, WATCHED -> true;
            case CLOSED, WITHDRAWN -> false;
        };
    }

    /**
     * What the facts say, oldest first.
     *
     * @param gated whether the kind needs triage, acceptance and effect; the others end with their answer (004/4.2)
     * @param triage the present class; where it is not ours there is no effect to watch (001/5.2.2.2)
     */
    static Standing of(boolean gated, @Nullable TriageClass triage, List<FactView> facts) {
        int round = facts.stream().mapToInt(FactView::round).max().orElse(1);
        boolean assessed = false;
        boolean triaged = false;
        boolean withdrawn = false;
        boolean answered = false;
        boolean accepted = false;
        boolean decided = false;
        for (FactView fact : facts) {
            boolean now = fact.round() == round;
            switch (fact.fact()) {
                case ASSESSED -> assessed = true;
                case TRIAGED -> triaged = true;
                case WITHDRAWN -> withdrawn = now;
                case ANSWERED_FINAL -> {
                    answered = now;
                    accepted = false;
                }
                case ACCEPTED -> accepted = now;
                case REJECTED -> {
                    answered = false;
                    accepted = false;
                }
                case EFFECTIVE, NOT_ASSESSABLE -> decided = now;
                case NOT_EFFECTIVE -> decided = false;
                case REOPENED, ACKNOWLEDGED, CONTAINED, CAUSE_FOUND, MEASURES_SET, MEASURES_DONE, ANSWERED_INTERIM, REFERRED -> {}
            }
        }
        if (withdrawn) {
            return WITHDRAWN;
        }
        if (!gated) {
            return answered ? CLOSED : round > 1 || triaged ? WORKING : assessed ? ASSESSED : RECEIVED;
        }
        if (answered && accepted) {
            return decided || triage == TriageClass.NOT_OURS ? CLOSED : WATCHED;
        }
        if (answered) {
            return ANSWERED;
        }
        return round > 1 || triaged ? WORKING : assessed ? ASSESSED : RECEIVED;
    }
}
