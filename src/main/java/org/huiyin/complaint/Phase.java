package org.huiyin.complaint;

/** Whether it arose before, during or after use (004/1). */
public enum Phase {
    BEFORE,
    DURING,
    AFTER
}
