package org.huiyin.campaign.answers;

/** What somebody found out about a doubtful answer. */
public enum Verdict {
    CONFIRMED, INVALID
}
