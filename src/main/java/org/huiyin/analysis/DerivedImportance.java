package org.huiyin.analysis;

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

    /** The correlation when at least the given number of answers, and at least four, are there. */
    static DerivedImportance of(String factor, int answers, @Nullable Double correlation, int minimumAnswers, double confidence) {
        int needed = Math.max(4, minimumAnswers);
        if (answers < needed) {
            return off(factor, answers, new Sentence("analysis.derived.tooFew", answers, needed));
        }
        return correlation == null || correlation.isNaN()
                ? off(factor, answers, new Sentence("analysis.derived.noSpread"))
                : withInterval(factor, answers, correlation, confidence);
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
}
