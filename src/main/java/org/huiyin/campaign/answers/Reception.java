package org.huiyin.campaign.answers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What awaits a contact behind her link. */
public sealed interface Reception {

    /** Nobody knows the token. */
    record Unknown() implements Reception {}

    /** The link was good once: REVOKED, EXPIRED, CANCELLED or OVER. */
    record Gone(String why, String company, String language) implements Reception {}

    /** The answer is in, now or before. */
    record Thanks(String company, String language, String number, boolean late, boolean optedOut, Instant at) implements Reception {}

    /** The contact asked to be left alone. */
    record Left(String company, String language) implements Reception {}

    /**
     * The form, as far as it was filled in.
     *
     * @param dueOn the last day; the answer is late after it
     * @param version the draft's version, to be sent back with the next one
     * @param resumed when the draft was last saved
     * @param frozen whether the result is signed already, so that an answer is kept and not counted
     */
    record Open(
            String company,
            String contact,
            String language,
            String number,
            RoundForm form,
            FormContent content,
            LocalDate dueOn,
            boolean late,
            boolean frozen,
            boolean confidential,
            int retentionYears,
            int version,
            @Nullable Instant resumed,
            java.time.ZoneId zone) implements Reception {}
}
