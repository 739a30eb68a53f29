package org.huiyin.improvement;

/** Whether a measure stops the damage, removes the cause or keeps it from arising elsewhere. */
public enum MeasureKind {
    IMMEDIATE,
    CORRECTIVE,
    PREVENTIVE
}
