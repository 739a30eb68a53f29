package org.huiyin.improvement;

/** Which watches a list shows. */
public record EffectFilter(String q, Show show, int page, int size) {

    /** Not decided, due for a verdict by days, decided, all. */
    public enum Show {
        OPEN,
        DUE,
        DECIDED,
        ALL
    }

    public EffectFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }
}
