package org.huiyin.replenishment;

import java.util.Set;

/** Where a replacement order stands on its way from the proposal to the customer (001/5.3.4). */
public enum ReplenishmentState {
    PROPOSED,
    /** Urgent goods leave before all have approved; the approval is still owed. */
    RELEASED,
    REFUSED,
    WITHDRAWN,
    APPROVED,
    SCHEDULED,
    SHIPPED,
    RECEIVED;

    /** The states that may follow; a changed order goes to its approvers anew. */
    public Set<ReplenishmentState> leadsTo() {
        return switch (this) {
            case PROPOSED -> Set.of(PROPOSED, RELEASED, APPROVED, REFUSED, WITHDRAWN);
            case RELEASED -> Set.of(PROPOSED, APPROVED, REFUSED, SCHEDULED, WITHDRAWN);
            case REFUSED -> Set.of(PROPOSED, WITHDRAWN);
            case WITHDRAWN -> Set.of(PROPOSED);
            case APPROVED -> Set.of(PROPOSED, SCHEDULED, WITHDRAWN);
            case SCHEDULED -> Set.of(PROPOSED, REFUSED, SCHEDULED, SHIPPED, WITHDRAWN);
            case SHIPPED -> Set.of(RECEIVED);
            case RECEIVED -> Set.of();
        };
    }

    /** Whether somebody still owes something. */
    public boolean open() {
        return switch (this) {
            case PROPOSED, RELEASED, APPROVED, SCHEDULED, SHIPPED -> true;
            case REFUSED, WITHDRAWN, RECEIVED -> false;
        };
    }

    /** Whether it counts when the orders of a return are added up: everything that was neither refused nor taken back. */
    public boolean counts() {
        return this != REFUSED && this != WITHDRAWN;
    }

    /** Whether it has been approved or released and still holds, so that it costs money. */
    public boolean costs() {
        return switch (this) {
            case RELEASED, APPROVED, SCHEDULED, SHIPPED, RECEIVED -> true;
            case PROPOSED, REFUSED, WITHDRAWN -> false;
        };
    }

    /** Whether it can still be changed or taken back; what has left the house cannot. */
    public boolean changeable() {
        return this != SHIPPED && this != RECEIVED;
    }
}
