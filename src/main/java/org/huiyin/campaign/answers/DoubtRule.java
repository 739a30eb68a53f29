package org.huiyin.campaign.answers;

import org.huiyin.campaign.DoubtHit;

/** What can cast doubt on an answer: the rules of the procedure, a person, or a freeze that was there before. */
public enum DoubtRule {
    STRAIGHT_LINE, TOO_FAST, BIG_CHANGE, STAFF_DEVICE, CONTRADICTION, TOO_LITTLE, BY_HAND, AFTER_FREEZE;

    static DoubtRule of(DoubtHit.Rule rule) {
        return switch (rule) {
            case STRAIGHT_LINE -> STRAIGHT_LINE;
            case TOO_FAST -> TOO_FAST;
            case BIG_CHANGE -> BIG_CHANGE;
            case STAFF_DEVICE -> STAFF_DEVICE;
            case CONTRADICTION -> CONTRADICTION;
            case TOO_LITTLE -> TOO_LITTLE;
        };
    }
}
