package org.huiyin.claims;

import java.math.BigDecimal;

/** What the notices of a list that hold come to. */
public record NoticeTotals(String currency, BigDecimal rewards, BigDecimal penalties, long rewardPoints, long penaltyPoints) {}
