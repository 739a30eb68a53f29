package org.huiyin.notification;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A foreign address that is told of events, and who set it so, when. */
public record WebhookView(
        UUID id, String url, Set<String> events, State state, PersonId by, Instant at, @Nullable Instant failingSince, int version) {

    /** Whether it is told: by choice, or not any more after failing for days. */
    public enum State {
        ON, OFF, BROKEN
    }
}
