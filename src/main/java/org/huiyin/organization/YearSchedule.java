package org.huiyin.organization;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Label;

/** The public holidays and make-up days of one year as the authority publishes them, usually in November of the year before. */
public record YearSchedule(int year, List<CalendarDay> days) {

    public YearSchedule {
        days = List.copyOf(days);
        Set<LocalDate> seen = new HashSet<>();
        for (CalendarDay day : days) {
            if (day.date().getYear() != year) {
                throw new BrokenRule("organization.calendar.otherYear", day.date(), String.valueOf(year));
            }
            if (!seen.add(day.date())) {
                throw new BrokenRule("organization.calendar.dayTwice", day.date());
            }
        }
    }

    /** The schedule of mainland China that ships with the product; a year that is not shipped is refused. */
    public static YearSchedule shipped(int year) {
        var file = YearSchedule.class.getResourceAsStream("/calendar/cn-" + year + ".csv");
        if (file == null) {
            throw new BrokenRule("organization.calendar.notShipped", String.valueOf(year));
        }
        try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return read(year, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The shipped schedule as it is written, as a sample for other years. */
    public static byte[] shippedText(int year) {
        try (var file = YearSchedule.class.getResourceAsStream("/calendar/cn-" + year + ".csv")) {
            if (file == null) {
                throw new BrokenRule("organization.calendar.notShipped", String.valueOf(year));
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads lines of date, OFF or WORK, and the name in zh-CN, zh-TW and en; the first line is the header. */
    public static YearSchedule read(int year, Reader source) throws IOException {
        List<CalendarDay> days = new ArrayList<>();
        BufferedReader lines = new BufferedReader(source);
        int number = 1;
        lines.readLine();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                days.add(day(number, line));
            }
        }
        return new YearSchedule(year, days);
    }

    private static CalendarDay day(int number, String line) {
        String[] cells = line.split(",", -1);
        if (cells.length < 5) {
            throw new BrokenRule("organization.calendar.badLine", number, line);
        }
        try {
            return new CalendarDay(
                    LocalDate.parse(cells[0].strip()),
                    CalendarDay.Kind.valueOf(cells[1].strip()),
                    Label.of(cells[2].strip(), cells[3].strip(), cells[4].strip()));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new BrokenRule("organization.calendar.badLine", number, line);
        }
    }
}
