package org.huiyin.returns;

/** What the money of a return went for. */
public enum CostKind {
    REWORK,
    SCRAP,
    FREIGHT,
    OTHER
}
