package org.huiyin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A part of a whole from 0 to 1, kept exact; 50 % is 0.5 (001/5.4.2.1a). Out of range is refused. */
public record Share(@JsonValue BigDecimal value) implements Comparable<Share> {

    public static final Share NONE = new Share(BigDecimal.ZERO);
    public static final Share ALL = new Share(BigDecimal.ONE);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Share {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("A share lies between 0 and 1, not " + value);
        }
        value = Decimals.plain(value);
    }

    public static Share percent(String percent) {
        return new Share(new BigDecimal(percent).movePointLeft(2));
    }

    public static Share percent(long percent) {
        return percent(Long.toString(percent));
    }

    /** Part of whole; nothing of nothing is nothing. */
    public static Share of(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? NONE : new Share(part.divide(whole, Decimals.EXACT));
    }

    public boolean isNone() {
        return value.signum() == 0;
    }

    /** The count that this share makes of a population, by the given rounding. */
    public int count(int population, RoundingMode rounding) {
        return value.multiply(BigDecimal.valueOf(population)).setScale(0, rounding).intValueExact();
    }

    /** The percentage for a person: one decimal, half up. */
    public String shown() {
        return value.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public int compareTo(Share other) {
        return value.compareTo(other.value);
    }
}
