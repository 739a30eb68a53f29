package org.huiyin.returns;

/** What the customer was told about. */
public enum Matter {
    DIFFERENCE,
    VERDICT
}
