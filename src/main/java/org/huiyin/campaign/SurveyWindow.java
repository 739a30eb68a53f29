package org.huiyin.campaign;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import org.huiyin.kernel.Label;

/** A time of the year in which the procedure wants a central survey, such as April (001/5.4.2.1). */
public record SurveyWindow(String code, String from, String to, Label name) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd");

    public SurveyWindow {
        MonthDay.parse(from, DAY);
        MonthDay.parse(to, DAY);
    }

    /** The first day of the window that begins in the year. */
    public LocalDate firstDay(int year) {
        return MonthDay.parse(from, DAY).atYear(year);
    }

    /** The last day of the window that begins in the year; a window may run over New Year. */
    public LocalDate lastDay(int year) {
        var end = MonthDay.parse(to, DAY);
        return end.atYear(end.isBefore(MonthDay.parse(from, DAY)) ? year + 1 : year);
    }

    /** The year in which the window that holds the day began; empty when the day lies outside. */
    public java.util.Optional<Integer> yearOf(LocalDate day) {
        return java.util.stream.Stream.of(day.getYear(), day.getYear() - 1)
                .filter(year -> !day.isBefore(firstDay(year)) && !day.isAfter(lastDay(year)))
                .findFirst();
    }
}
