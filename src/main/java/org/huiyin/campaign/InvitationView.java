package org.huiyin.campaign;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.huiyin.notification.MailState;
import org.jspecify.annotations.Nullable;

/**
 * The invitation of one contact.
 *
 * @param number the number of the answer to come, given with the invitation
 * @param weight the contact's weight among those of the customer when the invitation was prepared (D13)
 * @param stratum the customer's class when the sample was drawn
 * @param openedAt when the contact first opened the form
 * @param dueAt 24:00 of the closing day
 * @param assignedTo who looks after it
 * @param mailState where the last mail stands
 * @param trouble why the mail came back or was not taken
 * @param issue which link is valid; earlier ones are revoked
 * @param reminders how often the contact was reminded
 */
public record InvitationView(
        InvitationId id,
        RoundId round,
        CustomerId customer,
        UUID contact,
        String number,
        Channel way,
        String language,
        BigDecimal weight,
        Grade stratum,
        InvitationState state,
        @Nullable Instant sentAt,
        @Nullable Instant openedAt,
        @Nullable Instant answeredAt,
        Instant dueAt,
        @Nullable PersonId assignedTo,
        @Nullable MailState mailState,
        @Nullable String trouble,
        int issue,
        int reminders,
        @Nullable Instant remindedAt,
        int version) {

    /** The channel's code, such as MAIL. */
    public String channel() {
        return way.name();
    }
}
