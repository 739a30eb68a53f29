package org.huiyin.kernel;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency, exact to the last digit typed; amounts of different currencies neither add nor compare. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    public Money {
        BigDecimal plain = Decimals.plain(amount);
        amount = plain.setScale(Math.max(plain.scale(), Math.max(0, currency.getDefaultFractionDigits())));
    }

    public static Money of(String amount, String currency) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currency));
    }

    public static Money cny(String amount) {
        return of(amount, "CNY");
    }

    public Money plus(Money other) {
        return new Money(amount.add(same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(same(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean atLeast(Money limit) {
        return compareTo(limit) >= 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new BrokenRule("kernel.money.currencies", currency.getCurrencyCode(), other.currency.getCurrencyCode());
        }
        return other;
    }
}
