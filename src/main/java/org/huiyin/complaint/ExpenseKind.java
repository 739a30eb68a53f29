package org.huiyin.complaint;

/** What a cost that is typed on a complaint was for. */
public enum ExpenseKind {
    SORTING,
    FREIGHT,
    TRAVEL,
    TESTING,
    REWORK,
    SCRAP,
    OTHER,
    /** Somebody paid it back to us. */
    RECOVERED
}
