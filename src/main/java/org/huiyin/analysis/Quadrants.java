package org.huiyin.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.huiyin.kernel.Decimals;

/**
 * Factors by importance and satisfaction, cut at the exact means and shown with two decimals; a factor on a cut counts as
 * high (003/5.1, decision D29).
 */
public record Quadrants(BigDecimal importanceCut, BigDecimal satisfactionCut, List<Placed> factors) {

    private static final int RESIDUE = 20;

    /** What to do about a factor. */
    public enum Quadrant {
        FOCUS_IMPROVEMENT,
        KEEP_STABLE,
        POSSIBLE_OVERKILL,
        LOW_PRIORITY
    }

    /** A factor with its importance and satisfaction, each on a scale of its own. */
    public record Factor(String code, BigDecimal importance, BigDecimal satisfaction) {}

    /** A factor in its quadrant. */
    public record Placed(Factor factor, Quadrant quadrant) {}

    public Quadrants {
        factors = List.copyOf(factors);
    }

    /** Places the factors; without any there is no mean to cut at, and it is refused. */
    public static Quadrants of(List<Factor> factors) {
        if (factors.isEmpty()) {
            throw new IllegalArgumentException("Quadrants need a factor");
        }
        BigDecimal importance = mean(factors.stream().map(Factor::importance).toList());
        BigDecimal satisfaction = mean(factors.stream().map(Factor::satisfaction).toList());
        return new Quadrants(importance, satisfaction, factors.stream()
                .map(factor -> new Placed(factor, quadrant(factor, importance, satisfaction)))
                .toList());
    }

    private static Quadrant quadrant(Factor factor, BigDecimal importanceCut, BigDecimal satisfactionCut) {
        boolean important = reaches(factor.importance(), importanceCut);
        boolean satisfied = reaches(factor.satisfaction(), satisfactionCut);
        if (important) {
            return satisfied ? Quadrant.KEEP_STABLE : Quadrant.FOCUS_IMPROVEMENT;
        }
        return satisfied ? Quadrant.POSSIBLE_OVERKILL : Quadrant.LOW_PRIORITY;
    }

    /** On exact figures, but for the residue that a division leaves far behind any figure of a form. */
    private static boolean reaches(BigDecimal value, BigDecimal cut) {
        return value.subtract(cut).setScale(RESIDUE, RoundingMode.HALF_UP).signum() >= 0;
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Decimals.plain(sum.divide(BigDecimal.valueOf(values.size()), Decimals.EXACT));
    }

    /** A cut for a person: two decimals, half up. */
    public static String shown(BigDecimal cut) {
        return cut.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
