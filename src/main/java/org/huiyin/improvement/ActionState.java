package org.huiyin.improvement;

import java.util.Set;

/** Where an action stands on its way from proposal to closing (001/5.4.6.1–5.4.6.3). */
public enum ActionState {
    PROPOSED,
    RETURNED,
    ANALYSING,
    PLANNING,
    DOING,
    VERIFYING,
    TELLING,
    READY,
    CLOSED,
    VOIDED;

    /** The states that may follow; reopening leads back to the analysis. */
    public Set<ActionState> leadsTo() {
        return switch (this) {
            case PROPOSED -> Set.of(RETURNED, ANALYSING, VOIDED);
            case RETURNED -> Set.of(PROPOSED, VOIDED);
            case ANALYSING -> Set.of(PLANNING, VOIDED);
            case PLANNING -> Set.of(DOING, VOIDED);
            case DOING -> Set.of(PLANNING, VERIFYING, VOIDED);
            case VERIFYING -> Set.of(DOING, TELLING, READY, ANALYSING, VOIDED);
            case TELLING -> Set.of(READY, ANALYSING);
            case READY -> Set.of(CLOSED, ANALYSING);
            case CLOSED -> Set.of(ANALYSING);
            case VOIDED -> Set.of();
        };
    }

    /** Whether somebody still owes something. */
    public boolean open() {
        return this != CLOSED && this != VOIDED;
    }
}
