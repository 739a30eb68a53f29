package org.huiyin.desk;

import org.jspecify.annotations.Nullable;

/** Something that the search over everything found. */
public record Found(Kind kind, String number, String title, @Nullable String sub, String path) {

    /** What it is. */
    public enum Kind {
        CUSTOMER,
        ROUND,
        ACTION,
        EIGHTD,
        COMPLAINT,
        VOICE
    }
}
