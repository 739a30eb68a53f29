package org.huiyin.analysis;

import org.huiyin.campaign.RoundView;

/** One round on the trend line; a new scoring rule breaks comparability and is said aloud (T-PROFILE). */
public record TrendPoint(RoundView round, RoundResult result, boolean scoringChanged, boolean wordingChanged, boolean provisional) {}
