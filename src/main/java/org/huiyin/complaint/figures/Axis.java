package org.huiyin.complaint.figures;

/** By what complaints are counted. */
public enum Axis {
    DEFECT, PART, CUSTOMER, CAUSE, SEGMENT
}
