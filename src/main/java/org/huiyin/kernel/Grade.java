package org.huiyin.kernel;

import java.util.Locale;

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

    /** The class in words, since a bare letter would be taken for a band or a degree. */
    public Sentence sentence() {
        return new Sentence("kernel.grade." + name().toLowerCase(Locale.ROOT));
    }

    public boolean isClassified() {
        return this != UNCLASSIFIED;
    }
}
