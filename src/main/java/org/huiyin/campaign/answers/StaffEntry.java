package org.huiyin.campaign.answers;

import java.time.LocalDate;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An answer as one of us writes it down.
 *
 * @param interviewer who asked, on the telephone or on a visit
 * @param formRevision the revision printed on the paper form
 * @param receivedOn the day on which the paper arrived, which decides whether it is late
 */
public record StaffEntry(
        AnswerChannel channel,
        FormContent content,
        @Nullable PersonId interviewer,
        @Nullable String formRevision,
        @Nullable LocalDate receivedOn) {}
