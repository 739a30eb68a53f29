package org.huiyin.procedure;

import java.util.Set;

/** Where the next version of the profile stands on its way to approval. */
public enum DraftState {
    EDITING,
    SUBMITTED,
    APPROVED,
    REFUSED,
    DISCARDED;

    /** The states that may follow. */
    public Set<DraftState> leadsTo() {
        return switch (this) {
            case EDITING -> Set.of(SUBMITTED, DISCARDED);
            case SUBMITTED -> Set.of(APPROVED, REFUSED, EDITING);
            case REFUSED -> Set.of(EDITING, DISCARDED);
            case APPROVED, DISCARDED -> Set.of();
        };
    }

    /** Whether it is still on its way. */
    public boolean live() {
        return !leadsTo().isEmpty();
    }
}
