package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it was given (001/5.4.3); it never changes.
 *
 * @param number the number people cite, given with the invitation
 * @param items per item the degree or number, {@link #NOT_APPLICABLE} or {@link #BLANK}
 * @param wanted items for which improvement was asked
 * @param seconds time taken to fill it in; unknown where one of us typed it in
 * @param score exact score under the round's procedure; missing when nothing was answered
 */
public record AnswerView(
        AnswerId id,
        String number,
        InvitationId invitation,
        RoundId round,
        CustomerId customer,
        UUID contact,
        Grade stratum,
        BigDecimal weight,
        Map<String, String> items,
        Map<String, String> comments,
        Set<String> wanted,
        @Nullable String overall,
        AnswerChannel channel,
        String language,
        @Nullable PersonId enteredBy,
        @Nullable PersonId interviewer,
        boolean staffDevice,
        @Nullable Integer seconds,
        boolean late,
        @Nullable String formRevision,
        Instant submittedAt,
        @Nullable BigDecimal score,
        BigDecimal answeredShare,
        Validity validity) {

    /** What stands for "does not apply" among the items. */
    public static final String NOT_APPLICABLE = "na";
    /** What stands for an item left empty on paper. */
    public static final String BLANK = "blank";

    public AnswerView {
        items = Map.copyOf(items);
        comments = Map.copyOf(comments);
        wanted = Set.copyOf(wanted);
    }
}
