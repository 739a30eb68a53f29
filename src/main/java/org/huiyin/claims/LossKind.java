package org.huiyin.claims;

/** What the loss of a position is. */
public enum LossKind {
    GOODS,
    SORTING,
    REWORK,
    FREIGHT,
    LINE_STOP,
    OTHER
}
