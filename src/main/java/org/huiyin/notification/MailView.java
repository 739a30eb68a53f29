package org.huiyin.notification;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A mail and where it stands.
 *
 * @param reason why it stands there, in the words of the mail server or of a person
 * @param changedAt when it came to stand there
 */
public record MailView(
        UUID id,
        String messageId,
        String to,
        @Nullable String toName,
        String subject,
        SubjectRef about,
        MailState state,
        @Nullable String reason,
        int attempts,
        Instant orderedAt,
        Instant changedAt,
        Instant nextTryAt) {}
