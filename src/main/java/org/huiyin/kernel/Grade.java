package org.huiyin.kernel;

/** A customer's class, best first; unclassified means that nobody has decided yet (001/5.4.2.1a). */
public enum Grade {
    A,
    B,
    C,
    D,
    UNCLASSIFIED;

    public boolean betterThan(Grade other) {
        return compareTo(other) < 0;
    }

    public boolean isClassified() {
        return this != UNCLASSIFIED;
    }
}
