package org.huiyin.claims;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arithmetic of claims: exact, each result rounded half up to two places; sums are sums of what was rounded. */
final class Figures {

    static final int PLACES = 2;
    private static final BigDecimal WHOLE = new BigDecimal(100);
    private static final int PERCENT = 2;

    private Figures() {}

    /** The positions with what is claimed, in their currency and in the company's. */
    static List<PositionView> positions(NewClaim claim, String home) {
        var found = new java.util.ArrayList<PositionView>();
        for (NewPosition p : claim.positions()) {
            var amount = p.amount().setScale(PLACES, RoundingMode.UNNECESSARY);
            var claimed = p.amount().multiply(p.factor()).movePointLeft(PERCENT).setScale(PLACES, RoundingMode.HALF_UP);
            found.add(new PositionView(found.size() + 1, p.kind(), p.words(), p.part(), amount, p.currency(), p.factor(), claimed,
                    here(amount, p.currency(), claim.rates(), home), here(claimed, p.currency(), claim.rates(), home)));
        }
        return found;
    }

    static BigDecimal here(BigDecimal amount, String currency, List<Rate> rates, String home) {
        return currency.equals(home) ? amount.setScale(PLACES, RoundingMode.HALF_UP)
                : here(amount, rate(rates, currency).orElseThrow(() -> new IllegalStateException("no rate for " + currency)).rate());
    }

    static BigDecimal here(BigDecimal amount, BigDecimal rate) {
        return amount.multiply(rate).setScale(PLACES, RoundingMode.HALF_UP);
    }

    static Optional<Rate> rate(List<Rate> rates, String currency) {
        return rates.stream().filter(r -> r.currency().equals(currency)).findFirst();
    }

    /** What is claimed of each currency, in the order of the positions. */
    static Map<String, BigDecimal> claimed(List<PositionView> positions) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        positions.forEach(p -> sums.merge(p.currency(), p.claimed(), BigDecimal::add));
        return sums;
    }

    static BigDecimal sum(java.util.stream.Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO.setScale(PLACES), BigDecimal::add);
    }

    static boolean whole(BigDecimal percent) {
        return percent.compareTo(WHOLE) == 0;
    }
}
