package org.huiyin.voice;

import java.time.Instant;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * Words of a customer as they were heard (001/5.1.3.2).
 *
 * @param kind a {@link VoiceKind}
 * @param customerName who it was, where the customer is not in the list
 * @param subject the answer, complaint or visit in which it was said; none for words taken down on their own
 * @param receivedAt the first receipt by anybody of the company (D4)
 * @param due as {@link Voices#promise} reckons it
 * @param wish the customer's own date, where he gave one
 */
public record NewVoice(
        String kind,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        String text,
        @Nullable SubjectRef subject,
        Instant receivedAt,
        @Nullable PersonId receivedBy,
        String channel,
        Deadline due,
        String clause,
        @Nullable CustomerDate wish) {

    /** Words whose deadline says by itself whether a date of the customer decided. */
    public NewVoice(String kind, @Nullable CustomerId customer, @Nullable String customerName, String text, @Nullable SubjectRef subject,
            Instant receivedAt, @Nullable PersonId receivedBy, String channel, Deadline due, String clause) {
        this(kind, customer, customerName, text, subject, receivedAt, receivedBy, channel, due, clause, null);
    }
}
