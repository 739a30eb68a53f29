package org.huiyin.campaign.answers;

import org.huiyin.campaign.RoundId;

/** An answer was doubted, confirmed or ruled out; published inside the transaction. */
public record AnswerJudged(AnswerId answer, RoundId round, Validity validity) {}
