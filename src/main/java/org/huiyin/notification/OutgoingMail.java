package org.huiyin.notification;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** A mail to be sent: one recipient, plain text, HTML beside it if wanted. */
public record OutgoingMail(
        String to,
        @Nullable String toName,
        String subject,
        String text,
        @Nullable String html,
        SubjectRef about,
        Map<String, String> headers,
        List<MailAttachment> attachments) {

    public OutgoingMail {
        headers = Map.copyOf(headers);
        attachments = List.copyOf(attachments);
    }

    /** A plain mail. */
    public static OutgoingMail plain(String to, @Nullable String toName, String subject, String text, SubjectRef about) {
        return new OutgoingMail(to, toName, subject, text, null, about, Map.of(), List.of());
    }
}
