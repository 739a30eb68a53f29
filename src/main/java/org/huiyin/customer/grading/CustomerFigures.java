package org.huiyin.customer.grading;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a grading run knows of one customer: numbers (sales of the window in the profile's currency, net of VAT and credit
 * notes, so that they may be negative, D12; whole months as a partner), degrees of ordinal figures, and yes or no. What is
 * not known is left out and never counts as met.
 */
public record CustomerFigures(Map<String, BigDecimal> numbers, Map<String, String> degrees, Map<String, Boolean> flags) {

    public static final CustomerFigures NONE = new CustomerFigures(Map.of(), Map.of(), Map.of());

    public CustomerFigures {
        numbers = Map.copyOf(numbers);
        degrees = Map.copyOf(degrees);
        flags = Map.copyOf(flags);
    }

    public CustomerFigures number(String figure, BigDecimal value) {
        return new CustomerFigures(and(numbers, figure, value), degrees, flags);
    }

    public CustomerFigures degree(String figure, String degree) {
        return new CustomerFigures(numbers, and(degrees, figure, degree), flags);
    }

    public CustomerFigures flag(String figure, boolean value) {
        return new CustomerFigures(numbers, degrees, and(flags, figure, value));
    }

    /** Whole months between two days, a month being full on the same day of the month or on the month's last (civil code 202). */
    public static int wholeMonths(LocalDate since, LocalDate day) {
        int months = (int) ChronoUnit.MONTHS.between(since, day);
        return since.plusMonths(months + 1L).isAfter(day) ? months : months + 1;
    }

    @Nullable String shown(Criterion criterion) {
        return switch (criterion) {
            case Criterion.NumberAtLeast c -> {
                BigDecimal number = numbers.get(c.figure());
                yield number == null ? null : number.toPlainString();
            }
            case Criterion.DegreeAtLeast c -> degrees.get(c.figure());
            case Criterion.DegreeAtMost c -> degrees.get(c.figure());
            case Criterion.Flag c -> {
                Boolean flag = flags.get(c.figure());
                yield flag == null ? null : flag.toString();
            }
        };
    }

    private static <V> Map<String, V> and(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new HashMap<>(map);
        copy.put(key, value);
        return copy;
    }
}
