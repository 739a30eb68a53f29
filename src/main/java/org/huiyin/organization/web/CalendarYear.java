package org.huiyin.organization.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.organization.DayStatus;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;

/** A year as twelve months of weeks; the days before the first and after the last of a month are blank. */
public record CalendarYear(int year, boolean published, int workingDays, List<Month> months) {

    /** A month with how many days are worked. */
    public record Month(YearMonth month, int workingDays, List<List<@Nullable Day>> weeks) {}

    /** A day: what it is, and why it is not what the week says. */
    public record Day(LocalDate date, String kind, @Nullable String name, boolean today) {}

    static CalendarYear of(WorkingCalendar calendar, int year, Page page) {
        var months = new ArrayList<Month>();
        for (int month = 1; month <= 12; month++) {
            months.add(month(calendar, YearMonth.of(year, month), page));
        }
        return new CalendarYear(year, calendar.isPublished(year), months.stream().mapToInt(Month::workingDays).sum(), months);
    }

    private static Month month(WorkingCalendar calendar, YearMonth month, Page page) {
        var weeks = new ArrayList<List<@Nullable Day>>();
        int working = 0;
        List<@Nullable Day> week = new ArrayList<>();
        for (int blank = 1; blank < month.atDay(1).getDayOfWeek().getValue(); blank++) {
            week.add(null);
        }
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            var status = calendar.status(month.atDay(day));
            working += status.working() ? 1 : 0;
            week.add(day(status, page));
            if (week.size() == 7) {
                weeks.add(week);
                week = new ArrayList<>();
            }
        }
        if (!week.isEmpty()) {
            weeks.add(week);
        }
        return new Month(month, working, weeks);
    }

    private static Day day(DayStatus status, Page page) {
        var kind = switch (status.reason()) {
            case WEEKDAY -> "";
            case WEEKEND -> "we";
            case HOLIDAY -> "off";
            case MAKE_UP -> "on";
        };
        var exception = status.exception();
        return new Day(status.date(), kind, exception == null ? null : exception.name().in(page.locale()), status.date().equals(page.today()));
    }
}
