package org.huiyin.campaign;

import java.time.LocalDate;
import org.huiyin.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * How far a class has been asked through: squares of the coverage table (001/5.4.2.1a, D9, D10).
 *
 * @param size how many the procedure asks in a round
 * @param asked how many this round has invited
 * @param answered how many have answered this round
 * @param before how many answered earlier in the running cycle
 * @param silent how many were invited to this round, have not answered and are not covered
 * @param since opening day of the first round of the running cycle
 */
public record ClassCoverage(
        String code, Share share, int population, int size, int asked, int answered, int before, int silent, int cycles, @Nullable LocalDate since) {

    public int covered() {
        return answered + before;
    }

    /** Those whom the cycle has not reached yet. */
    public int open() {
        return Math.max(0, population - answered - before - silent);
    }

    public boolean complete() {
        return population > 0 && covered() >= population;
    }
}
