package org.huiyin.complaint;

import java.util.Locale;
import org.huiyin.voice.PromiseKind;
import org.jspecify.annotations.Nullable;

/** Complaints by a promise of theirs that fell due in the days of the filter, and by how it was kept (decision D32). */
public record KeptPick(PromiseKind kind, How how) {

    /** How a promise was kept. */
    public enum How {
        DUE, IN_TIME, KEPT_LATE, OPEN_LATE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Reads both from an address; nothing where either is missing or none. */
    public static @Nullable KeptPick read(String kind, String how) {
        for (PromiseKind one : PromiseKind.values()) {
            for (How way : How.values()) {
                if (one.name().equals(kind) && way.code().equals(how)) {
                    return new KeptPick(one, way);
                }
            }
        }
        return null;
    }
}
