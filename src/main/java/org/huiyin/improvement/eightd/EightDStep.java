package org.huiyin.improvement.eightd;

import java.util.Locale;

/** The steps of an 8D, in order. */
public enum EightDStep {
    D0,
    D1,
    D2,
    D3,
    D4,
    D5,
    D6,
    D7,
    D8;

    /** The message key of its name. */
    public String key() {
        return "improvement.eightd.step." + name().toLowerCase(Locale.ROOT);
    }
}
