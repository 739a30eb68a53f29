package org.huiyin.organization;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.BusinessHours.Span;

/**
 * Which days and hours a company works: weekends, public holidays, make-up days and its own exceptions, in its own time
 * zone (decisions D1–D4). A year without a published schedule is counted by the week alone, and that is said aloud.
 */
public final class WorkingCalendar {

    private final ZoneId zone;
    private final BusinessHours hours;
    private final Set<DayOfWeek> weekend;
    private final Map<LocalDate, CalendarDay> exceptions = new HashMap<>();
    private final Set<Integer> publishedYears = new HashSet<>();

    /** Later exceptions win: the company's own days come after the published schedules. */
    public WorkingCalendar(
            ZoneId zone,
            BusinessHours hours,
            Set<DayOfWeek> weekend,
            Collection<YearSchedule> published,
            Collection<CalendarDay> own) {
        if (weekend.size() > 6) {
            throw new IllegalArgumentException("A week needs a working day");
        }
        this.zone = zone;
        this.hours = hours;
        this.weekend = Set.copyOf(weekend);
        for (YearSchedule schedule : published) {
            publishedYears.add(schedule.year());
            schedule.days().forEach(day -> exceptions.put(day.date(), day));
        }
        own.forEach(day -> exceptions.put(day.date(), day));
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public boolean isPublished(int year) {
        return publishedYears.contains(year);
    }

    /** One warning for each year in the days given whose schedule is not yet published; none when all are. */
    public List<Sentence> warnings(Collection<LocalDate> counted) {
        Set<Integer> years = new TreeSet<>();
        counted.forEach(day -> years.add(day.getYear()));
        years.removeAll(publishedYears);
        return years.stream().map(year -> new Sentence("organization.calendar.notPublished", year.toString())).toList();
    }

    public DayStatus status(LocalDate date) {
        CalendarDay exception = exceptions.get(date);
        boolean free = weekend.contains(date.getDayOfWeek());
        if (exception == null || free == (exception.kind() == CalendarDay.Kind.OFF)) {
            DayStatus.Reason reason = free ? DayStatus.Reason.WEEKEND : DayStatus.Reason.WEEKDAY;
            return free && exception != null
                    ? new DayStatus(date, false, DayStatus.Reason.HOLIDAY, exception)
                    : new DayStatus(date, !free, reason, null);
        }
        return free
                ? new DayStatus(date, true, DayStatus.Reason.MAKE_UP, exception)
                : new DayStatus(date, false, DayStatus.Reason.HOLIDAY, exception);
    }

    public boolean isWorkingDay(LocalDate date) {
        return status(date).working();
    }

    /** The first working day after the given one. */
    public LocalDate nextWorkingDay(LocalDate date) {
        return rollForward(date.plusDays(1));
    }

    /** The given day where it is worked, otherwise the next one that is (D2). */
    public LocalDate rollForward(LocalDate date) {
        LocalDate day = date;
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** The n-th working day after the given day, which is not counted itself (D1). */
    public LocalDate addWorkingDays(LocalDate date, int days) {
        LocalDate day = date;
        for (int i = 0; i < days; i++) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    /** Close of business on a day. */
    public Instant closeOf(LocalDate date) {
        return date.atTime(hours.close()).atZone(zone).toInstant();
    }

    /** 24:00 of a day. */
    public Instant midnightAfter(LocalDate date) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The close of the day a voice counts as received on: after close or on a free day that is the next working day (D3). */
    public Instant sameDayClose(Instant received) {
        return closeOf(effectiveDay(received));
    }

    /** The working day that something received at this instant counts for in same-day and hour clocks (D3). */
    public LocalDate effectiveDay(Instant received) {
        LocalDate day = dayOf(received);
        return isWorkingDay(day) && !received.isAfter(closeOf(day)) ? day : nextWorkingDay(day);
    }

    /** The instant that lies the given business time after the start; time outside business hours does not count (D3). */
    public Instant addWorkingTime(Instant start, Duration time) {
        Duration left = time;
        LocalDate day = rollForward(dayOf(start));
        while (true) {
            for (Span span : hours.spans()) {
                Instant from = later(start, day.atTime(span.from()).atZone(zone).toInstant());
                Instant to = day.atTime(span.to()).atZone(zone).toInstant();
                Duration open = from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
                if (!open.isZero() && left.compareTo(open) <= 0) {
                    return from.plus(left);
                }
                left = left.minus(open);
            }
            day = nextWorkingDay(day);
        }
    }

    /** The business time between two instants; nothing when they stand the wrong way round. */
    public Duration workingTimeBetween(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = dayOf(to);
        for (LocalDate day = dayOf(from); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                sum = sum.plus(openTime(day, from, to));
            }
        }
        return sum;
    }

    private Duration openTime(LocalDate day, Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        for (Span span : hours.spans()) {
            Instant begin = later(from, day.atTime(span.from()).atZone(zone).toInstant());
            Instant close = day.atTime(span.to()).atZone(zone).toInstant();
            Instant end = to.isBefore(close) ? to : close;
            if (begin.isBefore(end)) {
                sum = sum.plus(Duration.between(begin, end));
            }
        }
        return sum;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
