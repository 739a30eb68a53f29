package org.huiyin.organization;

import java.time.LocalDate;
import org.huiyin.kernel.Label;

/** A day on which the week does not decide: a public holiday, a make-up day, or the company's own exception. */
public record CalendarDay(LocalDate date, Kind kind, Label name) {

    /** Off although the week says work, or work although the week says off. */
    public enum Kind {
        OFF,
        WORK
    }
}
