package org.huiyin.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.regex.Pattern;
import org.huiyin.organization.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/** A step of a case as its table has it: {@code answer2+3@16:40} is the second answer, three days later, at twenty to five. */
record DemoStep(String name, String detail, int days, @Nullable LocalTime time) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9]+)(?::([A-Za-z0-9_]+))?(?:\\+(\\d+))?(?:@(\\d\\d:\\d\\d))?");
    private static final LocalTime USUAL = LocalTime.of(9, 50);
    private static final int MINUTES = 6 * 60;

    static DemoStep of(String written) {
        var found = FORM.matcher(written);
        if (!found.matches()) {
            throw new IllegalArgumentException("no step of the demo: " + written);
        }
        return new DemoStep(found.group(1), Objects.requireNonNullElse(found.group(2), ""), found.group(3) == null ? 0 : Integer.parseInt(found.group(3)),
                found.group(4) == null ? null : LocalTime.parse(found.group(4)));
    }

    /** The day, or the last one worked before it. */
    static LocalDate worked(LocalDate day, WorkingCalendar calendar) {
        var worked = day;
        while (!calendar.isWorkingDay(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    /** The moment of that day by the company's clocks. */
    static Instant at(WorkingCalendar calendar, LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(calendar.zone()).toInstant();
    }

    /** When it happened: on a working day, and after the step before. */
    Instant after(Instant before, LocalDate begun, WorkingCalendar calendar) {
        if (time == null && days == 0) {
            return before.plusSeconds(MINUTES);
        }
        var at = calendar.rollForward(begun.plusDays(days)).atTime(time == null ? USUAL : time).atZone(calendar.zone()).toInstant();
        return at.isAfter(before) ? at : before.plusSeconds(MINUTES);
    }
}
