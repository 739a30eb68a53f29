package org.huiyin.organization.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.DayStatus;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working calendar, so that another system counts the same days. */
@RestController
@RequestMapping("/api/v1/calendar")
@Tag(name = "calendar")
class CalendarApi {

    private static final int MOST = 800;

    private final Calendars calendars;

    CalendarApi(Calendars calendars) {
        this.calendars = calendars;
    }

    /** A day; {@code reason} is WEEKDAY, WEEKEND, HOLIDAY or MAKE_UP; {@code published} false means that only weekends were counted. */
    public record Day(LocalDate date, boolean working, String reason, @Nullable String name, boolean published) {}

    @GetMapping("/days")
    @Operation(summary = "Each day from the first to the last, and whether it is worked")
    List<Day> days(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
        if (to.isBefore(from) || from.plusDays(MOST).isBefore(to)) {
            throw new InvalidInput("to", "organization.calendar.span", MOST);
        }
        var calendar = calendars.inForce();
        return from.datesUntil(to.plusDays(1)).map(calendar::status).map(status -> day(status, calendar.isPublished(status.date().getYear()))).toList();
    }

    private static Day day(DayStatus status, boolean published) {
        var exception = status.exception();
        return new Day(status.date(), status.working(), status.reason().name(),
                exception == null ? null : exception.name().texts().values().iterator().next(), published);
    }
}
