package org.huiyin.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal arithmetic in which equal figures are equal objects. */
public final class Decimals {

    /** 34 digits: no figure of a form or a ledger loses anything. */
    public static final MathContext EXACT = MathContext.DECIMAL128;

    private Decimals() {}

    /** The same figure without idle zeros and never in powers of ten. */
    public static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
