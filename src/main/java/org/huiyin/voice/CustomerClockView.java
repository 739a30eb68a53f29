package org.huiyin.voice;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * How fast this customer is to be answered, by a document of his (customer-specific requirement).
 *
 * @param key the rule of the profile that it goes before
 * @param agreed the document and its place
 */
public record CustomerClockView(
        UUID id,
        CustomerId customer,
        String key,
        ClockRule rule,
        String agreed,
        String reason,
        PersonId setBy,
        Instant setAt,
        @Nullable Instant endedAt,
        @Nullable PersonId endedBy) {

    public boolean active() {
        return endedAt == null;
    }
}
