package org.huiyin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A satisfaction score from 0 to 100 points, kept exact and shown with one decimal rounded half up; every comparison
 * is made on the exact value (001/5.4.4, decision D29). Out of range is refused.
 */
public record Score(@JsonValue BigDecimal value) implements Comparable<Score> {

    /** Far finer than any figure a form can produce, coarse enough to wipe the residue of a division. */
    private static final int EXACT_DECIMALS = 24;

    public static final BigDecimal HIGHEST = BigDecimal.valueOf(100);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Score {
        BigDecimal exact = value.setScale(EXACT_DECIMALS, RoundingMode.HALF_UP);
        if (exact.signum() < 0 || exact.compareTo(HIGHEST) > 0) {
            throw new IllegalArgumentException("A score lies between 0 and 100, not " + value);
        }
        value = Decimals.plain(exact);
    }

    public static Score of(String value) {
        return new Score(new BigDecimal(value));
    }

    public static Score of(long value) {
        return new Score(BigDecimal.valueOf(value));
    }

    public boolean atLeast(BigDecimal limit) {
        return value.compareTo(limit) >= 0;
    }

    public boolean below(BigDecimal limit) {
        return value.compareTo(limit) < 0;
    }

    /** The figure for a person: one decimal, half up. */
    public String shown() {
        return value.setScale(1, RoundingMode.HALF_UP).toPlainString();
    }

    @Override
    public int compareTo(Score other) {
        return value.compareTo(other.value);
    }
}
