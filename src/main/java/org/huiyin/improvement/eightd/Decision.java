package org.huiyin.improvement.eightd;

import java.util.Locale;

/** What happens to goods at a place (001/5.2.2.4). */
public enum Decision {
    USE,
    SORT,
    REWORK,
    SCRAP,
    RETURN,
    REPLACE,
    NONE;

    /** The message key of its name. */
    public String key() {
        return "improvement.eightd.decision." + name().toLowerCase(Locale.ROOT);
    }
}
