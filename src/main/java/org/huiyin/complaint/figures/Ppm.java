package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Defective parts per million shipped: defective quantity / shipped quantity × 1 000 000 (IATF 16949:2016 9.1.2.1 a; VDA volume
 * "Standardised complaint process"). The defective quantity is that of the lines of complaints received in the month; the shipped
 * quantity that of the same month. Counted are complaints of the kinds that the procedure triages, unless they were found not to be
 * ours or tell twice what another one tells; a line without a quantity or in another unit is counted beside it and never guessed.
 * Where nothing was shipped there is no rate.
 *
 * @param unit the unit that is counted
 * @param units the units in which something was shipped, the most usual first
 * @param elsewhere shipments in other units, which stand outside the rate
 */
public record Ppm(PpmAxis axis, String unit, List<String> units, List<Line> lines, Line total, Line before, long elsewhere) {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final double TAIL = 0.025;

    public Ppm {
        units = List.copyOf(units);
        lines = List.copyOf(lines);
    }

    /**
     * One month, customer or part.
     *
     * @param unknown lines that say no quantity
     * @param otherUnit lines that count in another unit
     */
    public record Line(String key, String name, BigDecimal shipped, BigDecimal defective, long complaints, long unknown, long otherUnit) {

        /** The rate; nothing where nothing was shipped. */
        public @Nullable BigDecimal ppm() {
            return shipped.signum() == 0 ? null : defective.multiply(MILLION).divide(shipped, MathContext.DECIMAL64);
        }

        /** The rate if each line without a quantity were one piece. */
        public @Nullable BigDecimal atLeast() {
            return shipped.signum() == 0 ? null : defective.add(BigDecimal.valueOf(unknown)).multiply(MILLION).divide(shipped, MathContext.DECIMAL64);
        }

        /** How much one piece moves the rate; nothing where nothing was shipped. */
        public @Nullable BigDecimal onePiece() {
            return shipped.signum() == 0 ? null : MILLION.divide(shipped, MathContext.DECIMAL64);
        }

        /**
         * The rate between whose bounds the true one lies in 95 of 100 cases (Clopper and Pearson), which is wide where few parts were
         * shipped; nothing without shipments, or where more came back than was shipped.
         */
        public @Nullable Interval interval() {
            double n = shipped.doubleValue();
            double x = defective.doubleValue();
            if (n <= 0 || x > n) {
                return null;
            }
            double low = x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(TAIL);
            double high = x >= n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(TAIL);
            return new Interval(low * 1e6, high * 1e6);
        }
    }

    /** Bounds of a rate. */
    public record Interval(double low, double high) {}
}
