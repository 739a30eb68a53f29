package org.huiyin.claims;

import java.math.BigDecimal;

/**
 * A position with what is claimed of it.
 *
 * @param claimed the amount times the factor, rounded half up to two places
 * @param lossHere the amount in the company's currency, rounded the same way
 * @param claimedHere what is claimed in the company's currency
 */
public record PositionView(int position, LossKind kind, String words, String part, BigDecimal amount, String currency, BigDecimal factor, BigDecimal claimed,
        BigDecimal lossHere, BigDecimal claimedHere) {}
