package org.huiyin.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the promise of a voice stands; late stays late, also when the answer follows (decision D32). */
public enum VoiceState {
    OPEN,
    OVERDUE,
    IN_TIME,
    ANSWERED_LATE,
    LIFTED;

    static VoiceState of(Instant due, @Nullable Instant keptAt, boolean lifted, boolean paused, @Nullable Instant lateSince, Instant now) {
        if (lifted) {
            return LIFTED;
        }
        if (keptAt == null) {
            return lateSince != null || !paused && now.isAfter(due) ? OVERDUE : OPEN;
        }
        return lateSince != null || keptAt.isAfter(due) ? ANSWERED_LATE : IN_TIME;
    }
}
