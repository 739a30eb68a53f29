package org.huiyin.voice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.DayStatus;
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

    /** The explanation of a promise: its days as they were counted, the sources that could have decided, the pauses. */
    public static Due.Why why(WorkingCalendar calendar, PromiseView promise) {
        var days = new DateStrip(calendar, promise.start(), promise.due().due()).counted(promise);
        var ladder = promise.rungs().stream().map(rung -> new Due.Source(new Sentence("voice.source." + rung.source().name().toLowerCase(Locale.ROOT)), rung.says(), rung.won())).toList();
        var pauses = promise.pauses().stream().map(pause -> pause.to() == null ? new Sentence("voice.why.pausedSince", pause.from(), pause.reason())
                : new Sentence("voice.clock.pausedFromTo", pause.from(), pause.to(), pause.reason())).toList();
        return new Due.Why(days, promise.due().reasons(), promise.clause().isEmpty() ? null : promise.clause(),
                new Sentence("voice.why.start", promise.start()), ladder, pauses);
    }

    /** The promise as every page draws it. */
    public static Due.Promise clock(WorkingCalendar calendar, PromiseView promise) {
        return new Due.Promise("p" + promise.id(), new Sentence("voice.promiseKind." + promise.kind().name().toLowerCase(Locale.ROOT)), promise.due().due(),
                promise.start(), promise.keptAt(), promise.paused(), promise.replaced(), promise.lateSince(), promise.round(), promise.latest(), why(calendar, promise));
    }

    private List<Due.Day> counted(PromiseView promise) {
        var rule = promise.counted();
        if (rule == null && promise.source() != Precedence.Source.CUSTOMER_DATE && promise.pauses().isEmpty()) {
            return counted();
        }
        var days = new ArrayList<Due.Day>();
        int counted = 0;
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            boolean begins = day.equals(first) && (rule == null || !rule.countStart());
            boolean paused = paused(promise, day);
            boolean counts = rule != null && !begins && !paused && counted < rule.amount() && switch (rule.unit()) {
                case WORKING_DAY -> calendar.isWorkingDay(day);
                case CALENDAR_DAY -> true;
                case BUSINESS_HOUR, CLOCK_HOUR, SAME_DAY -> false;
            };
            Sentence number = counts ? new Sentence("voice.strip.day", ++counted)
                    : rule != null && rule.unit() == ClockRule.Unit.BUSINESS_HOUR ? hours(promise, day) : null;
            Sentence mark = calendar.status(day).reason() == DayStatus.Reason.MAKE_UP ? new Sentence("voice.strip.makeUp") : null;
            if (day.equals(last)) {
                days.add(new Due.Day(day, new Sentence("voice.strip.due"), "end", number == null ? mark : number));
            } else if (day.equals(first)) {
                days.add(new Due.Day(day, new Sentence("voice.strip.heard"), number == null ? "" : "hit", number == null ? mark : number));
            } else if (paused) {
                days.add(new Due.Day(day, new Sentence("voice.strip.paused"), "off", mark));
            } else {
                days.add(number == null ? plain(day) : new Due.Day(day, number, "hit", mark));
            }
        }
        return folded(days, last);
    }

    /** How long we were open for the promise on the day; nothing where we were not. */
    private @Nullable Sentence hours(PromiseView promise, LocalDate day) {
        Instant begin = later(day.atStartOfDay(calendar.zone()).toInstant(), promise.start());
        Instant end = earlier(calendar.midnightAfter(day), promise.due().due());
        Duration open = calendar.workingTimeBetween(begin, end);
        for (PauseView pause : promise.pauses()) {
            open = open.minus(calendar.workingTimeBetween(later(begin, pause.from()), pause.to() == null ? end : earlier(end, pause.to())));
        }
        return open.isPositive() ? new Sentence("voice.strip.hours", "%d:%02d".formatted(open.toHours(), open.toMinutesPart())) : null;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private boolean paused(PromiseView promise, LocalDate day) {
        var close = calendar.closeOf(day).minusNanos(1);
        return promise.pauses().stream().anyMatch(pause -> !close.isBefore(pause.from()) && (pause.to() == null || close.isBefore(pause.to())));
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
