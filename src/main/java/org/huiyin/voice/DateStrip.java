package org.huiyin.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;

/** Draws how a date came about: the days from the start to the due day, and the stored sentences. */
public final class DateStrip {

    private static final int LONGEST = 12;

    private DateStrip() {}

    /** The explanation of a due instant; a strip only where it is short enough to be read. */
    public static Due.Why why(WorkingCalendar calendar, @Nullable Instant from, Instant due, List<Sentence> reasons, @Nullable String clause) {
        var clauseShown = clause == null || clause.isEmpty() ? null : clause;
        return new Due.Why(from == null ? List.of() : days(calendar, calendar.dayOf(from), calendar.dayOf(due.minusNanos(1))), reasons, clauseShown);
    }

    private static List<Due.Day> days(WorkingCalendar calendar, LocalDate first, LocalDate last) {
        if (first.plusDays(LONGEST).isBefore(last) || last.isBefore(first)) {
            return List.of();
        }
        var days = new ArrayList<Due.Day>();
        int counted = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean works = calendar.isWorkingDay(day);
            if (day.equals(last)) {
                days.add(new Due.Day(day, new Sentence("voice.strip.due"), "end"));
            } else if (day.equals(first)) {
                days.add(new Due.Day(day, new Sentence("voice.strip.heard"), ""));
            } else if (works) {
                days.add(new Due.Day(day, new Sentence("voice.strip.day", ++counted), "hit"));
            } else {
                days.add(new Due.Day(day, new Sentence("voice.strip.off"), "off"));
            }
        }
        return days;
    }
}
