package org.huiyin.organization;

import java.time.LocalDate;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Whether a day is worked, and what decided it. */
public record DayStatus(LocalDate date, boolean working, Reason reason, @Nullable CalendarDay exception) {

    /** The week itself, or a published exception to it. */
    public enum Reason {
        WEEKDAY,
        WEEKEND,
        HOLIDAY,
        MAKE_UP
    }

    /** The day and why, for the explanation of a date. */
    public Sentence sentence() {
        String key = switch (reason) {
            case WEEKDAY -> "organization.day.weekday";
            case WEEKEND -> "organization.day.weekend";
            case HOLIDAY -> "organization.day.holiday";
            case MAKE_UP -> "organization.day.makeUp";
        };
        return exception == null
                ? new Sentence(key, date)
                : new Sentence(key, date, exception.name());
    }
}
