package org.huiyin.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.jspecify.annotations.Nullable;

/**
 * A class or another stratum of the frame: its customers, how many were asked, and the score of each customer who
 * answered; an exempt class stands outside the frame (001/5.4.2.1a). More answers than asked are refused.
 */
public record StratumSample(String code, int population, int invited, List<Score> scores, boolean exempt) {

    public StratumSample {
        scores = List.copyOf(scores);
        if (scores.size() > invited || invited > population) {
            throw new IllegalArgumentException("Stratum " + code + ": " + scores.size() + " answers of " + invited
                    + " asked of " + population);
        }
    }

    public int answered() {
        return scores.size();
    }

    /** Those who were asked and said nothing. */
    public int silent() {
        return invited - answered();
    }

    BigDecimal sum() {
        return scores.stream().map(Score::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Nullable BigDecimal mean() {
        return scores.isEmpty() ? null : sum().divide(BigDecimal.valueOf(answered()), Decimals.EXACT);
    }

    /** The variance with n - 1; missing under two answers. */
    @Nullable BigDecimal variance() {
        BigDecimal mean = mean();
        if (answered() < 2 || mean == null) {
            return null;
        }
        BigDecimal squares = scores.stream()
                .map(score -> score.value().subtract(mean).pow(2, MathContext.DECIMAL128))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return squares.divide(BigDecimal.valueOf(answered() - 1L), Decimals.EXACT);
    }
}
