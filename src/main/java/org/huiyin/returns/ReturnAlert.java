package org.huiyin.returns;

/** What endangers the date of being back at the customer (001/3.6). */
public enum ReturnAlert {
    NOT_SCHEDULED,
    SCHEDULED_LATE,
    OVERDUE
}
