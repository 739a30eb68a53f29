package org.huiyin.claims;

import java.util.Set;

/** Where a claim stands; what was settled, withdrawn or has lapsed stays so. */
public enum ClaimState {
    DRAFT,
    SENT,
    PARTLY,
    ACCEPTED,
    DISPUTED,
    SETTLED,
    WITHDRAWN,
    LAPSED;

    /** The states that may follow. */
    public Set<ClaimState> leadsTo() {
        return switch (this) {
            case DRAFT -> Set.of(SENT, WITHDRAWN);
            case SENT -> Set.of(PARTLY, ACCEPTED, DISPUTED, WITHDRAWN, LAPSED);
            case PARTLY -> Set.of(PARTLY, ACCEPTED, DISPUTED, SETTLED, WITHDRAWN, LAPSED);
            case ACCEPTED -> Set.of(PARTLY, DISPUTED, SETTLED, WITHDRAWN, LAPSED);
            case DISPUTED -> Set.of(PARTLY, ACCEPTED, WITHDRAWN, LAPSED);
            case SETTLED, WITHDRAWN, LAPSED -> Set.of();
        };
    }

    /** Whether somebody still has something to do. */
    public boolean open() {
        return !leadsTo().isEmpty();
    }

    /** Whether the other side knows of it and it is not over. */
    public boolean running() {
        return open() && this != DRAFT;
    }
}
