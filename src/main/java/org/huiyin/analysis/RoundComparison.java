package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Whether one round is better than the one before, in points of 100: proved, disproved or not provable by these answers;
 * a changed scoring rule is said beside it (T-PROFILE, ISO 10004). Customers who answered both rounds are compared with
 * themselves; where they are too few, the two indexes are.
 */
public record RoundComparison(
        Verdict verdict,
        Method method,
        @Nullable BigDecimal difference,
        @Nullable Interval interval,
        int pairs,
        List<Sentence> notes) {

    /** What may be said. */
    public enum Verdict {
        IMPROVED,
        WORSENED,
        NO_PROOF
    }

    /** The same customers twice, two samples, or nothing to compare. */
    public enum Method {
        PAIRED,
        UNPAIRED,
        NONE
    }

    public RoundComparison {
        notes = List.copyOf(notes);
    }

    /**
     * How the customers who answered both rounds changed, in points of 100.
     *
     * @param sum of the changes
     * @param squares sum of the squared changes; exact, so that nothing is lost when the mean is taken off
     */
    public record Changes(int pairs, BigDecimal sum, BigDecimal squares) {

        private BigDecimal mean() {
            return sum.divide(BigDecimal.valueOf(pairs), Decimals.EXACT);
        }

        private double standardError() {
            BigDecimal off = squares.subtract(sum.multiply(sum).divide(BigDecimal.valueOf(pairs), Decimals.EXACT)).max(BigDecimal.ZERO);
            return Math.sqrt(off.doubleValue() / (pairs - 1) / pairs);
        }
    }

    /**
     * Compares the customers who answered both rounds, without a correction for the small population, since the question
     * is whether they changed and not who was asked; under two pairs nothing is proved.
     */
    public static RoundComparison paired(Changes changes, boolean scoringChanged, double confidence) {
        List<Sentence> notes = notes(scoringChanged);
        if (changes.pairs() < 2) {
            notes.add(new Sentence("analysis.compare.tooFewPairs", changes.pairs()));
            return new RoundComparison(Verdict.NO_PROOF, Method.NONE, null, null, changes.pairs(), notes);
        }
        BigDecimal mean = changes.mean();
        Interval interval = Interval.of(changes.standardError(), changes.pairs() - 1.0, confidence);
        return new RoundComparison(
                verdict(mean, interval, notes), Method.PAIRED, Decimals.plain(mean), interval, changes.pairs(), notes);
    }

    /** Compares two indexes with their standard errors; without an interval on either side nothing is proved. */
    public static RoundComparison unpaired(
            StratifiedIndex before, StratifiedIndex after, boolean scoringChanged, double confidence) {
        List<Sentence> notes = notes(scoringChanged);
        Score first = before.mean();
        Score second = after.mean();
        Interval earlier = before.interval();
        Interval later = after.interval();
        if (first == null || second == null || earlier == null || later == null) {
            notes.add(new Sentence("analysis.compare.noInterval"));
            BigDecimal difference = first == null || second == null ? null : second.value().subtract(first.value());
            return new RoundComparison(Verdict.NO_PROOF, Method.NONE, difference, null, 0, notes);
        }
        BigDecimal difference = second.value().subtract(first.value());
        Interval interval = between(earlier, later, confidence);
        return new RoundComparison(
                verdict(difference, interval, notes), Method.UNPAIRED, difference, interval, 0, notes);
    }

    private static List<Sentence> notes(boolean scoringChanged) {
        List<Sentence> notes = new ArrayList<>();
        if (scoringChanged) {
            notes.add(new Sentence("analysis.compare.scoringChanged"));
        }
        return notes;
    }

    private static Verdict verdict(BigDecimal difference, Interval interval, List<Sentence> notes) {
        if (difference.signum() == 0 || Math.abs(difference.doubleValue()) <= interval.halfWidth()) {
            notes.add(new Sentence("analysis.compare.overlap"));
            return Verdict.NO_PROOF;
        }
        return difference.signum() > 0 ? Verdict.IMPROVED : Verdict.WORSENED;
    }

    private static Interval between(Interval a, Interval b, double confidence) {
        double first = a.standardError() * a.standardError();
        double second = b.standardError() * b.standardError();
        double spread = part(first, a.degreesOfFreedom()) + part(second, b.degreesOfFreedom());
        return first + second == 0
                ? Interval.none(confidence)
                : Interval.of(Math.sqrt(first + second), (first + second) * (first + second) / spread, confidence);
    }

    private static double part(double variance, @Nullable Double freedom) {
        return freedom == null ? 0 : variance * variance / freedom;
    }
}
