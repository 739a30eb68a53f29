package org.huiyin.campaign.answers;

import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.RoundId;
import org.huiyin.customer.CustomerId;

/** An answer is in; published inside the transaction that stored it, once per answer. */
public record AnswerSubmitted(AnswerId answer, RoundId round, InvitationId invitation, CustomerId customer) {}
