package org.huiyin.complaint;

/** What a complaint turns out to be (001/5.2.2.2–5.2.2.4); which of them a company uses says its profile. */
public enum TriageClass {
    OCCASIONAL,
    MAJOR,
    RECURRENT,
    NOT_OURS;

    /** Whether an interim report may stop the clock of the answer and start that of the final one (decision D5). */
    boolean interim() {
        return switch (this) {
            case MAJOR, RECURRENT -> true;
            case OCCASIONAL, NOT_OURS -> false;
        };
    }
}
