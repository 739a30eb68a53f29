package org.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An earlier complaint that may be the same, or the same again.
 *
 * @param words the telling words that both texts share; none where something else makes them alike
 */
public record Alike(ComplaintId id, String number, String title, Kind kind, Instant receivedAt, Standing standing, @Nullable Instant closedAt, boolean reopens, List<String> words) {

    public Alike {
        words = List.copyOf(words);
    }

    /** Why it is shown. */
    public enum Kind {
        /** The customer's own number is the same. */
        SAME_NUMBER,
        /** Same customer, part and lot. */
        SAME_LOT,
        /** Same part and defect. */
        REPEAT,
        /** The texts share telling words. */
        SAME_WORDS
    }
}
