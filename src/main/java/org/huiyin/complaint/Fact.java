package org.huiyin.complaint;

/** What can have happened to a complaint; each stands for itself, in its own time (decisions.md). */
public enum Fact {
    ACKNOWLEDGED,
    ASSESSED,
    TRIAGED,
    CONTAINED,
    CAUSE_FOUND,
    MEASURES_SET,
    MEASURES_DONE,
    ANSWERED_INTERIM,
    ANSWERED_FINAL,
    ACCEPTED,
    REJECTED,
    EFFECTIVE,
    NOT_EFFECTIVE,
    NOT_ASSESSABLE,
    REOPENED,
    WITHDRAWN,
    /** Handed to somebody outside: a test house, an arbitrator, an authority. */
    REFERRED
}
