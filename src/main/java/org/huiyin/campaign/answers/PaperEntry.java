package org.huiyin.campaign.answers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A paper form as somebody typed it in, and what the second person said of it; nothing while she has not looked.
 *
 * @param agrees whether it says what the scan says
 */
public record PaperEntry(
        UUID id,
        InvitationId invitation,
        AnswerChannel channel,
        FormContent content,
        String formRevision,
        LocalDate receivedOn,
        PersonId typedBy,
        Instant typedAt,
        @Nullable Boolean agrees,
        @Nullable String reason,
        @Nullable PersonId checkedBy,
        @Nullable Instant checkedAt) {

    /** The kind of record under which the scans are kept. */
    public static final String SUBJECT = "paperEntry";

    public SubjectRef subject() {
        return new SubjectRef(SUBJECT, id);
    }

    public boolean waiting() {
        return agrees == null;
    }

    public boolean sentBack() {
        return Boolean.FALSE.equals(agrees);
    }
}
