package org.huiyin.campaign.answers;

/** Whether an answer counts; derived from flags and decisions, never stored in the answer (003/4.5.3). */
public enum Validity {
    /** Nothing speaks against it. */
    VALID,
    /** A rule or a person doubts it and nobody has decided. */
    DOUBTFUL,
    /** Doubted and confirmed. */
    CONFIRMED,
    /** Doubted and ruled out with a reason; stays visible. */
    INVALID;

    public boolean counts() {
        return this == VALID || this == CONFIRMED;
    }
}
