package org.huiyin.desk;

import java.time.LocalDate;

/**
 * A day of the ten-day strip.
 *
 * @param makeUp worked although it is a weekend
 */
public record DeskDay(LocalDate day, boolean working, boolean makeUp, int late, int soon, int other) {

    public int total() {
        return late + soon + other;
    }
}
