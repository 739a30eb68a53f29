package org.huiyin.claims;

/** Whether a unit is praised or has to answer for something. */
public enum NoticeKind {
    REWARD,
    PENALTY
}
