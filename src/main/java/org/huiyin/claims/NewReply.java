package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What was said to a claim.
 *
 * @param verdict ACCEPTED, PARTLY or DISPUTED
 * @param amounts for PARTLY what was accepted of each currency
 */
public record NewReply(ClaimState verdict, Map<String, BigDecimal> amounts, String words, LocalDate day) {

    public NewReply {
        amounts = Map.copyOf(amounts);
    }
}
