package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Label;
import org.huiyin.organization.BusinessHours.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final BusinessHours HOURS = new BusinessHours(List.of(
            new Span(LocalTime.of(8, 30), LocalTime.NOON), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))));

    private final WorkingCalendar calendar = calendar(List.of());

    private static WorkingCalendar calendar(List<CalendarDay> own) {
        return new WorkingCalendar(SHANGHAI, HOURS, EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                List.of(YearSchedule.shipped(2026)), own);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"})
    void makeUpDaysAreWorked(LocalDate day) {
        assertThat(calendar.status(day).reason()).isEqualTo(DayStatus.Reason.MAKE_UP);
        assertThat(calendar.isWorkingDay(day)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-03, 2026-01-04", "2026-02-15, 2026-02-23, 2026-02-24", "2026-04-04, 2026-04-06, 2026-04-07",
        "2026-05-01, 2026-05-05, 2026-05-06", "2026-06-19, 2026-06-21, 2026-06-22", "2026-09-25, 2026-09-27, 2026-09-28",
        "2026-10-01, 2026-10-07, 2026-10-08"})
    void publicHolidaysAreFree(LocalDate first, LocalDate last, LocalDate back) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            assertThat(calendar.status(day).reason()).as("%s", day).isEqualTo(DayStatus.Reason.HOLIDAY);
            assertThat(calendar.rollForward(day)).isEqualTo(back);
        }
    }

    @Test
    void theYear2026HasAsManyWorkingDaysAsThePublishedSchedule() {
        long worked = LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(calendar::isWorkingDay).count();
        assertThat(worked).isEqualTo(248);
    }

    @Test
    void theCompanysOwnDaysWin() {
        Label shutdown = Label.of("检修", "歲修", "shutdown");
        WorkingCalendar own = calendar(List.of(
                new CalendarDay(LocalDate.of(2026, 2, 14), CalendarDay.Kind.OFF, shutdown),
                new CalendarDay(LocalDate.of(2026, 11, 23), CalendarDay.Kind.OFF, shutdown),
                new CalendarDay(LocalDate.of(2026, 11, 21), CalendarDay.Kind.WORK, shutdown)));
        assertThat(own.isWorkingDay(LocalDate.of(2026, 2, 14))).isFalse();
        assertThat(own.isWorkingDay(LocalDate.of(2026, 11, 23))).isFalse();
        assertThat(own.isWorkingDay(LocalDate.of(2026, 11, 21))).isTrue();
    }

    @Test
    void aYearWithoutScheduleIsSaidAloud() {
        assertThat(calendar.warnings(List.of(LocalDate.of(2026, 12, 31)))).isEmpty();
        assertThat(calendar.warnings(List.of(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 2))))
                .singleElement().satisfies(warning -> assertThat(warning.args()).containsExactly("2027"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 4, 2026-11-23T14:30", // within the day, over noon
        "2026-11-23T08:30, 7, 2026-11-23T17:00",
        "2026-11-23T09:00, 3, 2026-11-23T12:00", // ends at noon and not after the break
        "2026-11-23T12:15, 1, 2026-11-23T14:30", // in the break
        "2026-11-23T07:00, 1, 2026-11-23T09:30", // before opening
        "2026-11-20T17:00, 1, 2026-11-23T09:00", // over a weekend
        "2026-11-20T20:00, 1, 2026-11-23T09:30", // after close on a Friday
        "2026-02-13T17:00, 1, 2026-02-14T09:00", // into a worked Saturday
        "2026-02-14T17:00, 4, 2026-02-24T12:00", // over the Spring Festival
    })
    void businessHoursAreCountedOnlyInsideThem(String start, int hours, String due) {
        assertThat(calendar.addWorkingTime(at(start), Duration.ofHours(hours))).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:15, 2026-11-24T17:30", "2026-11-24T17:30, 2026-11-24T17:30", "2026-11-24T17:31, 2026-11-25T17:30",
        "2026-11-21T10:00, 2026-11-23T17:30", "2026-02-13T19:00, 2026-02-14T17:30", "2026-11-24T06:00, 2026-11-24T17:30"})
    void theSameDayEndsAtItsClose(String received, String close) {
        assertThat(calendar.sameDayClose(at(received))).isEqualTo(at(close));
    }

    @Test
    void addingAndMeasuringBusinessTimeAgree() {
        long seed = 20261120L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Instant start = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(500_000)));
            Duration time = Duration.ofMinutes(1 + random.nextInt(6_000));
            Instant due = calendar.addWorkingTime(start, time);
            assertThat(calendar.workingTimeBetween(start, due)).as("seed %s, start %s, %s", seed, start, time).isEqualTo(time);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01,OFF,a,b,c", "2026-01-01,FREE,a,b,c", "2026-01-01,OFF", "2027-01-01,OFF,a,b,c"})
    void aBadLineOfAScheduleIsRefused(String line) {
        assertThatThrownBy(() -> YearSchedule.read(2026, new StringReader("header\n" + line)))
                .isInstanceOf(BrokenRule.class);
    }

    @Test
    void aDayGivenTwiceAndAYearNotShippedAreRefused() {
        String twice = "header\n2026-01-01,OFF,a,b,c\n2026-01-01,WORK,a,b,c";
        assertThatThrownBy(() -> YearSchedule.read(2026, new StringReader(twice))).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> YearSchedule.shipped(2031)).isInstanceOf(BrokenRule.class);
    }
}
