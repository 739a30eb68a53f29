package org.huiyin.complaint;

/** Where a request to a unit stands. */
public enum RequestState {
    ASKED,
    ANSWERED,
    RETURNED,
    RECEIVED,
    WITHDRAWN;

    /** Whether the unit still has to give something. */
    public boolean open() {
        return switch (this) {
            case ASKED, RETURNED -> true;
            case ANSWERED, RECEIVED, WITHDRAWN -> false;
        };
    }
}
