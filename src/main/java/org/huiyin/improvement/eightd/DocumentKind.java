package org.huiyin.improvement.eightd;

import java.util.Locale;

/** A kind of document that an 8D changes, so that the problem does not come back (IATF 10.2.3). */
public enum DocumentKind {
    FMEA,
    CONTROL_PLAN,
    WORK_STANDARD,
    DRAWING,
    INSPECTION,
    PROCEDURE,
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "improvement.eightd.document." + name().toLowerCase(Locale.ROOT);
    }
}
