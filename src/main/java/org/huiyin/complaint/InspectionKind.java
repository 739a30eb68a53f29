package org.huiyin.complaint;

/** Whose parts were inspected: bought from a supplier, or made in a plant of ours (004/5.5, 5.6). */
public enum InspectionKind {
    PURCHASED,
    SELF_MADE
}
