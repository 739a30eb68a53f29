package org.huiyin.analysis;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far a mean may lie off by the chance of the sample: standard error and half width in points of 100, at a
 * confidence such as 0.95; without degrees of freedom the sample was the whole frame, and no chance is left (decision D31).
 */
public record Interval(double standardError, @Nullable Double degreesOfFreedom, double halfWidth, double confidence) {

    /** The interval of the t distribution; an error of 0 has no width. */
    static Interval of(double standardError, double degreesOfFreedom, double confidence) {
        if (standardError == 0) {
            return none(confidence);
        }
        double t = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
        return new Interval(standardError, degreesOfFreedom, t * standardError, confidence);
    }

    static Interval none(double confidence) {
        return new Interval(0, null, 0, confidence);
    }
}
