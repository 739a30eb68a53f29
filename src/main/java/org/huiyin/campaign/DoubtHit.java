package org.huiyin.campaign;

import org.huiyin.kernel.Sentence;

/** A reason to ask back about an answer, naming the rule and the figures that met it. */
public record DoubtHit(Rule rule, Sentence sentence) {

    /** The rules that can cast doubt. */
    public enum Rule {
        STRAIGHT_LINE,
        TOO_FAST,
        BIG_CHANGE,
        STAFF_DEVICE,
        CONTRADICTION,
        TOO_LITTLE
    }
}
