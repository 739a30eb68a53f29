package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.huiyin.campaign.Channel;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Grade;
import org.jspecify.annotations.Nullable;

/** What a token opens: company, invitation and round, the draft so far, and the answer if it is there already. */
record Door(
        CompanyId company,
        String companyName,
        ZoneId zone,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        InvitationId invitation,
        InvitationState state,
        String number,
        Channel channel,
        BigDecimal weight,
        Grade stratum,
        Instant dueAt,
        @Nullable Instant openedAt,
        RoundId round,
        RoundState roundState,
        boolean confidential,
        LocalDate opensOn,
        UUID profile,
        UUID questionnaire,
        CustomerId customer,
        UUID contact,
        String contactName,
        String language,
        boolean optedOut,
        @Nullable String draft,
        int draftVersion,
        @Nullable Instant startedAt,
        @Nullable Instant savedAt,
        @Nullable UUID answer,
        @Nullable Instant answeredAt,
        @Nullable BigDecimal lastScore) {

    /** Why nothing can be filled in any more. */
    enum Closed {
        REVOKED, EXPIRED, CANCELLED, OVER
    }

    /** Why the form stays shut; null while it is open. An answer that is there counts more than any of it. */
    @Nullable Closed closed(Instant now) {
        if (revokedAt != null || state == InvitationState.REVOKED) {
            return Closed.REVOKED;
        }
        if (roundState == RoundState.CANCELLED) {
            return Closed.CANCELLED;
        }
        if (roundState == RoundState.CLOSED) {
            return Closed.OVER;
        }
        return expiresAt != null && !now.isBefore(expiresAt) ? Closed.EXPIRED : null;
    }

    boolean late(Instant now) {
        return !now.isBefore(dueAt);
    }
}
