package org.huiyin.replenishment;

import java.math.BigDecimal;

/** Goods of an order; price for one and amount in yuan, VAT included. */
public record ItemView(int position, String part, String partName, BigDecimal quantity, String unit, BigDecimal price, BigDecimal amount) {

    /** Part and name in one. */
    public String shown() {
        return partName.isEmpty() ? part : part + " " + partName;
    }

    NewItem again() {
        return new NewItem(part, partName, quantity, unit, price);
    }
}
