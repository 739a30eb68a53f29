package org.huiyin.claims;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the claims of a list come to in the company's currency, and what is claimed in each currency. Drafts and withdrawn claims do not count.
 *
 * @param net what remains with us
 */
public record ClaimTotals(String currency, BigDecimal loss, BigDecimal claimed, BigDecimal accepted, BigDecimal booked, BigDecimal recovered, BigDecimal net,
        Map<String, BigDecimal> claimedBy) {

    public ClaimTotals {
        claimedBy = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(claimedBy));
    }
}
