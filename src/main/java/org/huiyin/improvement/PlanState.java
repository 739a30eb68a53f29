package org.huiyin.improvement;

/** Where a plan stands with its approvers; follows from its submissions and from what it says now, never stored. */
public enum PlanState {
    DRAFT, WAITING, APPROVED, CHANGED, SENT_BACK;

    /** Whether it has to go to the approvers, for the first time or again. */
    public boolean submittable() {
        return this == DRAFT || this == CHANGED || this == SENT_BACK;
    }
}
