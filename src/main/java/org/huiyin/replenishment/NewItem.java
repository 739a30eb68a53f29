package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Goods to be sent.
 *
 * @param price for one unit, VAT included; the amount of the line is rounded to the cent, half up, as an invoice does it
 */
public record NewItem(String part, String partName, BigDecimal quantity, String unit, BigDecimal price) {

    private static final int CENTS = 2;

    public NewItem {
        part = part.strip();
        partName = partName.strip();
        unit = unit.strip();
    }

    /** Price times quantity, rounded to the cent, half up; the amount of an order is the sum of these. */
    public BigDecimal amount() {
        return price.multiply(quantity).setScale(CENTS, RoundingMode.HALF_UP);
    }
}
