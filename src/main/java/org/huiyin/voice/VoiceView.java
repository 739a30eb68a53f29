package org.huiyin.voice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said, what was promised and what was answered.
 *
 * @param owner the clerk of the customer, who owes the answer
 * @param due the deadline of the promise that is shown, mostly that of the answer
 * @param answeredAt when that promise was kept; the first answer alone decides
 * @param promise which promise is shown
 * @param since when its clock began
 * @param lateSince since when it was late already when it took the place of another one
 */
public record VoiceView(
        VoiceId id,
        String number,
        VoiceKind kind,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        @Nullable String customerName,
        @Nullable PersonId owner,
        String text,
        @Nullable SubjectRef subject,
        String channel,
        Instant receivedAt,
        @Nullable PersonId receivedBy,
        Instant notedAt,
        Deadline due,
        String clause,
        UUID profileVersion,
        @Nullable Instant answeredAt,
        PromiseKind promise,
        int round,
        Instant since,
        boolean lifted,
        boolean paused,
        @Nullable Instant lateSince,
        List<VoiceAnswer> answers) {

    public VoiceView {
        answers = List.copyOf(answers);
    }

    public boolean open() {
        return answeredAt == null && !lifted;
    }

    /** How the promise stands at the instant. */
    public VoiceState state(Instant now) {
        return VoiceState.of(due.due(), answeredAt, lifted, paused, lateSince, now);
    }
}
