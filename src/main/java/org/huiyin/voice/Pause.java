package org.huiyin.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A time in which the clock stood still, with the reason in the words of who stopped it; without an end it still stands. */
public record Pause(Instant from, @Nullable Instant to, String reason) {

    public Pause {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A pause needs a reason");
        }
        if (to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("A pause ends after it begins");
        }
    }

    /** The end as far as it is known at the given instant. */
    Instant end(Instant now) {
        return to != null ? to : now.isAfter(from) ? now : from;
    }

    boolean covers(Instant instant, Instant now) {
        return !instant.isBefore(from) && instant.isBefore(to != null ? to : now.plusSeconds(1));
    }
}
