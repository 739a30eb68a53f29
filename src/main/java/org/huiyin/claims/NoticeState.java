package org.huiyin.claims;

import java.util.Set;

/** Where a notice stands. It is issued only after approval and by a person's act; an objection suspends it until it is answered. */
public enum NoticeState {
    DRAFT,
    WAITING,
    SENT_BACK,
    APPROVED,
    ISSUED,
    OBJECTED,
    UPHELD,
    CANCELLED,
    WITHDRAWN;

    /** The states that may follow; a notice that is changed after an objection is a draft again. */
    public Set<NoticeState> leadsTo() {
        return switch (this) {
            case DRAFT -> Set.of(WAITING, APPROVED, WITHDRAWN);
            case WAITING -> Set.of(APPROVED, SENT_BACK, DRAFT, WITHDRAWN);
            case SENT_BACK -> Set.of(WAITING, APPROVED, WITHDRAWN);
            case APPROVED -> Set.of(ISSUED, WITHDRAWN);
            case ISSUED -> Set.of(OBJECTED, CANCELLED);
            case OBJECTED -> Set.of(UPHELD, DRAFT, CANCELLED);
            case UPHELD -> Set.of(CANCELLED);
            case CANCELLED, WITHDRAWN -> Set.of();
        };
    }

    /** Whether somebody still has to act before it is with the unit. */
    public boolean prepared() {
        return this == DRAFT || this == WAITING || this == SENT_BACK || this == APPROVED;
    }

    /** Whether it holds against the unit now. */
    public boolean holds() {
        return this == ISSUED || this == UPHELD;
    }
}
