package org.huiyin.returns;

/** What a count found other than the slip says (001/5.3.3). */
public enum DifferenceKind {
    SHORT,
    OVER,
    OTHER_PART,
    OTHER_LOT
}
