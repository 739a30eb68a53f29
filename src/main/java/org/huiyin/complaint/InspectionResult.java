package org.huiyin.complaint;

/** What an inspection found. */
public enum InspectionResult {
    PASSED,
    FAILED,
    CONCESSION
}
