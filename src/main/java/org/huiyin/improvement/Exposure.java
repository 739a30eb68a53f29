package org.huiyin.improvement;

import java.time.Instant;
import java.util.List;

/** What was seen since the measures: lots or shipments of the part, and whether the same defect came back on it. */
public record Exposure(int lots, List<Recurrence> recurrences) {

    /** Nothing seen, or a record of another kind. */
    public static final Exposure NOTHING = new Exposure(0, List.of());

    /** The same part with the same defect again. */
    public record Recurrence(String number, Instant at, String path) {}

    public Exposure {
        recurrences = List.copyOf(recurrences);
    }

    Exposure and(Exposure other) {
        var all = new java.util.ArrayList<>(recurrences);
        all.addAll(other.recurrences);
        return new Exposure(lots + other.lots, all);
    }
}
