package org.huiyin.claims;

import java.math.BigDecimal;

/**
 * One thing that is claimed.
 *
 * @param factor the share that was agreed for the part, in percent; 100 where none was (technical factor)
 */
public record NewPosition(LossKind kind, String words, String part, BigDecimal amount, String currency, BigDecimal factor) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    public static NewPosition of(LossKind kind, String words, String amount, String currency) {
        return new NewPosition(kind, words, "", new BigDecimal(amount), currency, WHOLE);
    }
}
