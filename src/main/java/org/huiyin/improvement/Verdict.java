package org.huiyin.improvement;

/** What the verification of the effect found. */
public enum Verdict {
    EFFECTIVE,
    NOT_EFFECTIVE,
    NOT_ASSESSABLE
}
