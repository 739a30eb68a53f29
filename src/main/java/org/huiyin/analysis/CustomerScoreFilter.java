package org.huiyin.analysis;

import org.jspecify.annotations.Nullable;

/** Which customers of a round are wanted, and which of them. */
public record CustomerScoreFilter(@Nullable String q, @Nullable String band, @Nullable String stratum, int limit, int offset) {

    public static final CustomerScoreFilter WORST = new CustomerScoreFilter(null, null, null, 50, 0);

    public CustomerScoreFilter {
        q = blank(q);
        band = blank(band);
        stratum = blank(stratum);
        limit = Math.clamp(limit, 1, 500);
        offset = Math.max(0, offset);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** Whether anything is filtered out. */
    public boolean any() {
        return q != null || band != null || stratum != null;
    }
}
