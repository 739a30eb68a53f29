package org.huiyin.analysis;

import java.math.BigDecimal;
import org.huiyin.campaign.RoundId;
import org.jspecify.annotations.Nullable;

/** A customer's score in one of the rounds. */
record CustomerRound(RoundId round, @Nullable BigDecimal score, @Nullable String band, boolean onEdge, int answers, int lowItems) {}
