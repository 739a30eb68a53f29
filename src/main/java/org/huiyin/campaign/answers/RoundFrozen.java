package org.huiyin.campaign.answers;

import org.huiyin.campaign.RoundId;

/** The counted answers of a round are signed by two people; published inside the transaction (001/5.4.3.1). */
public record RoundFrozen(RoundId round, int number) {}
