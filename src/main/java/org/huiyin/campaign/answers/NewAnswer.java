package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.campaign.DoubtHit;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.huiyin.survey.ScoreCard;
import org.jspecify.annotations.Nullable;

/** An answer that is in order and about to be stored, with its score and what speaks against it. */
record NewAnswer(
        AnswerId id,
        RoundId round,
        InvitationId invitation,
        CustomerId customer,
        UUID contact,
        Grade stratum,
        BigDecimal weight,
        FormContent content,
        ScoreCard card,
        List<DoubtHit> hits,
        AnswerChannel channel,
        String language,
        @Nullable PersonId enteredBy,
        @Nullable PersonId interviewer,
        boolean staffDevice,
        @Nullable Integer seconds,
        boolean late,
        @Nullable String formRevision,
        UUID profile,
        UUID questionnaire,
        Instant at) {}
