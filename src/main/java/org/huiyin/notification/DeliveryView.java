package org.huiyin.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One event on its way to a webhook, with the last answer from there. */
public record DeliveryView(
        UUID id, UUID webhook, String event, String body, State state, int attempts, @Nullable String answer,
        Instant orderedAt, @Nullable Instant triedAt) {

    /** Where a delivery stands. */
    public enum State {
        QUEUED, DELIVERED, FAILED
    }
}
