package org.huiyin.approval;

/** Where an approval stands; derived from its decisions, never stored. */
public enum ApprovalState {
    PENDING, APPROVED, REFUSED, WITHDRAWN;

    /** Whether nothing more can happen to it. */
    public boolean over() {
        return this != PENDING;
    }
}
