package org.huiyin.analysis;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How strongly a factor moves with the overall mark: the correlation with its interval, or the sentence that says why it
 * is not shown, such as too few answers (003/5.1; under 20 answers it is disabled).
 */
public record DerivedImportance(
        String factor,
        int answers,
        @Nullable Double correlation,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Sentence disabled) {

    /** The mark a respondent gave a factor, and the one he gave overall. */
    public record Marks(double factor, double overall) {}

    /** Correlates factor and overall mark when at least the given number of answers, and at least four, are there. */
    public static DerivedImportance of(String factor, List<Marks> marks, int minimumAnswers, double confidence) {
        int needed = Math.max(4, minimumAnswers);
        if (marks.size() < needed) {
            return off(factor, marks.size(), new Sentence("analysis.derived.tooFew", marks.size(), needed));
        }
        double r = correlation(marks);
        if (Double.isNaN(r)) {
            return off(factor, marks.size(), new Sentence("analysis.derived.noSpread"));
        }
        return withInterval(factor, marks.size(), r, confidence);
    }

    /** The interval of a correlation by Fisher's transformation. */
    static DerivedImportance withInterval(String factor, int answers, double r, double confidence) {
        double half = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2) / Math.sqrt(answers - 3.0);
        double bounded = Math.clamp(r, -1, 1);
        double z = 0.5 * Math.log((1 + bounded) / (1 - bounded));
        return new DerivedImportance(factor, answers, bounded, Math.tanh(z - half), Math.tanh(z + half), null);
    }

    private static DerivedImportance off(String factor, int answers, Sentence why) {
        return new DerivedImportance(factor, answers, null, null, null, why);
    }

    private static double correlation(List<Marks> marks) {
        double factor = marks.stream().mapToDouble(Marks::factor).average().orElseThrow();
        double overall = marks.stream().mapToDouble(Marks::overall).average().orElseThrow();
        double product = 0;
        double factorSquares = 0;
        double overallSquares = 0;
        for (Marks mark : marks) {
            product += (mark.factor() - factor) * (mark.overall() - overall);
            factorSquares += (mark.factor() - factor) * (mark.factor() - factor);
            overallSquares += (mark.overall() - overall) * (mark.overall() - overall);
        }
        return factorSquares == 0 || overallSquares == 0
                ? Double.NaN
                : product / Math.sqrt(factorSquares * overallSquares);
    }
}
