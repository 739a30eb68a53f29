package org.huiyin.voice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;

/** Draws how a date came about: the days from the start to the due day, and the stored sentences. */
public final class DateStrip {

    private static final int LONGEST = 12;
    private static final int END = 5;

    private final WorkingCalendar calendar;
    private final LocalDate first;
    private final LocalDate last;

    private DateStrip(WorkingCalendar calendar, Instant from, Instant due) {
        this.calendar = calendar;
        this.first = calendar.dayOf(from);
        this.last = calendar.dayOf(due.minusNanos(1));
    }

    /** The explanation of a date that is counted in working days from what somebody said. */
    public static Due.Why why(WorkingCalendar calendar, @Nullable Instant from, Instant due, List<Sentence> reasons, @Nullable String clause) {
        return why(from == null ? List.of() : new DateStrip(calendar, from, due).counted(), reasons, clause);
    }

    /** The explanation of any other date: when its time began, where we stand, when it ends. */
    public static Due.Why running(WorkingCalendar calendar, @Nullable Instant from, Instant now, Instant due, List<Sentence> reasons, @Nullable String clause) {
        return why(from == null ? List.of() : new DateStrip(calendar, from, due).until(calendar.dayOf(now)), reasons, clause);
    }

    private static Due.Why why(List<Due.Day> days, List<Sentence> reasons, @Nullable String clause) {
        return new Due.Why(days, reasons, clause == null || clause.isEmpty() ? null : clause);
    }

    private List<Due.Day> counted() {
        var days = new ArrayList<Due.Day>();
        int counted = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean counts = day.isAfter(first) && calendar.isWorkingDay(day);
            days.add(end(day, "voice.strip.heard", counts ? new Due.Day(day, new Sentence("voice.strip.day", ++counted), "hit") : plain(day)));
        }
        return folded(days, last);
    }

    private List<Due.Day> until(LocalDate today) {
        var days = new ArrayList<Due.Day>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            days.add(end(day, "voice.strip.start", day.equals(today) ? new Due.Day(day, new Sentence("web.today"), "hit") : plain(day)));
        }
        return folded(days, today);
    }

    private Due.Day end(LocalDate day, String start, Due.Day between) {
        return day.equals(last) ? new Due.Day(day, new Sentence("voice.strip.due"), "end")
                : day.equals(first) ? new Due.Day(day, new Sentence(start), "") : between;
    }

    private Due.Day plain(LocalDate day) {
        return calendar.isWorkingDay(day) ? new Due.Day(day, new Sentence("voice.strip.works"), "") : new Due.Day(day, new Sentence("voice.strip.off"), "off");
    }

    /** A strip too long to be read keeps its first day, the day that matters and its end; what is left out is one cell with its length. */
    private List<Due.Day> folded(List<Due.Day> days, LocalDate matters) {
        if (days.size() <= LONGEST) {
            return days;
        }
        var shown = new ArrayList<Due.Day>();
        LocalDate gap = null;
        for (Due.Day day : days) {
            boolean keep = day.date().equals(first) || day.date().equals(matters) || day.date().isAfter(last.minusDays(END));
            if (!keep && gap == null) {
                gap = day.date();
            } else if (keep && gap != null) {
                shown.add(new Due.Day(gap, new Sentence("voice.strip.more", ChronoUnit.DAYS.between(gap, day.date())), "gap"));
                gap = null;
            }
            if (keep) {
                shown.add(day);
            }
        }
        return shown;
    }
}
