package org.huiyin.kernel;

import java.math.BigDecimal;

/** An amount of goods in a unit (pieces, kg); quantities of different units neither add nor compare (001/5.3.3). */
public record Quantity(BigDecimal amount, String unit) implements Comparable<Quantity> {

    public Quantity {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("A quantity needs a unit");
        }
        amount = Decimals.plain(amount);
    }

    public static Quantity of(long amount, String unit) {
        return new Quantity(BigDecimal.valueOf(amount), unit);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(amount.add(same(other).amount), unit);
    }

    public Quantity minus(Quantity other) {
        return new Quantity(amount.subtract(same(other).amount), unit);
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(same(other).amount);
    }

    private Quantity same(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new BrokenRule("kernel.quantity.units", unit, other.unit);
        }
        return other;
    }
}
