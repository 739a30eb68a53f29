package org.huiyin.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.huiyin.platform.WorkClock;

/** The demo company's days, counted back from today. */
record DemoDays(LocalDate today, ZoneId zone, Instant now) {

    /** Half past nine of the day. */
    Instant morning(LocalDate day) {
        return day.atTime(9, 30).atZone(zone).toInstant();
    }

    /** Does something as if it were the morning of the day. */
    void on(LocalDate day, Runnable work) {
        WorkClock.at(morning(day), work);
    }

    void at(LocalDate day, int minutesLater, Runnable work) {
        WorkClock.at(morning(day).plusSeconds(60L * minutesLater), work);
    }
}
