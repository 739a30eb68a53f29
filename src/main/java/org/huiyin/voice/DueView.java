package org.huiyin.voice;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A promise that falls due, with whom it concerns.
 *
 * @param owner who owes it: the clerk of the customer, else who received the words
 * @param lateSince since when it is late whatever its own date says
 */
public record DueView(
        UUID promise,
        VoiceId voice,
        String number,
        VoiceKind voiceKind,
        PromiseKind kind,
        int round,
        @Nullable String customerCode,
        @Nullable String customerName,
        @Nullable PersonId owner,
        String text,
        @Nullable SubjectRef subject,
        Instant start,
        Instant due,
        boolean paused,
        @Nullable Instant lateSince,
        String clause) {

    public boolean late(Instant now) {
        return lateSince != null || !paused && now.isAfter(due);
    }
}
