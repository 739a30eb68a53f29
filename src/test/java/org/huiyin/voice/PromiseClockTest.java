package org.huiyin.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.BusinessHours;
import org.huiyin.organization.BusinessHours.Span;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.organization.YearSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PromiseClockTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            SHANGHAI,
            new BusinessHours(List.of(
                    new Span(LocalTime.of(8, 30), LocalTime.NOON), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30)))),
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            List.of(YearSchedule.shipped(2026)),
            List.of());
    private static final ClockRule TWO_WORKING_DAYS = ClockRule.workingDays(2);

    private final PromiseClock clock = new PromiseClock(CALENDAR, Precedence.CUSTOMER_FIRST);

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private Instant due(String start, ClockRule rule) {
        return clock.deadline(Promise.byClass(at(start), rule), at(start)).due();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T10:00, 2026-02-24T17:30", "2026-09-29T10:00, 2026-10-08T17:30", "2026-11-20T10:00, 2026-11-24T17:30",
        "2026-04-02T10:00, 2026-04-07T17:30", "2026-11-20T23:59, 2026-11-24T17:30", "2026-11-21T10:00, 2026-11-24T17:30",
        "2026-10-09T08:00, 2026-10-12T17:30", "2026-02-27T08:00, 2026-03-02T17:30"})
    void twoWorkingDays(String received, String due) {
        assertThat(due(received, TWO_WORKING_DAYS)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:15, 2026-11-24T17:30", "2026-11-24T17:31, 2026-11-25T17:30", "2026-10-03T09:00, 2026-10-08T17:30"})
    void occasionalIsDueAtTheCloseOfTheSameDay(String received, String due) {
        assertThat(due(received, ClockRule.sameDay())).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00, 14, 2026-12-16T00:00", // 15 December 24:00
        "2026-09-29T10:00, 2, 2026-10-09T00:00", // 1 October rolls to 8 October
        "2026-02-12T10:00, 2, 2026-02-15T00:00", // a worked Saturday does not roll
        "2026-11-19T10:00, 2, 2026-11-24T00:00"})
    void calendarDaysRollOffFreeDays(String received, int days, String due) {
        assertThat(due(received, ClockRule.calendarDays(days))).isEqualTo(at(due));
    }

    @Test
    void calendarDaysMayStayWhereTheyFallAndCountTheStart() {
        ClockRule rule = new ClockRule(
                ClockRule.Unit.CALENDAR_DAY, 3, true, ClockRule.EndOfDay.BUSINESS_CLOSE, ClockRule.Roll.NONE);
        assertThat(due("2026-11-20T10:00", rule)).isEqualTo(at("2026-11-22T17:30"));
    }

    @Test
    void workingDaysMayCountTheDayOfReceipt() {
        ClockRule rule = new ClockRule(
                ClockRule.Unit.WORKING_DAY, 2, true, ClockRule.EndOfDay.BUSINESS_CLOSE, ClockRule.Roll.FORWARD);
        assertThat(due("2026-11-20T10:00", rule)).isEqualTo(at("2026-11-23T17:30"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T09:00, 4, 2026-11-23T14:30", "2026-11-20T16:30, 4, 2026-11-23T11:30"})
    void businessHours(String received, int hours, String due) {
        assertThat(due(received, ClockRule.businessHours(hours))).isEqualTo(at(due));
    }

    @Test
    void clockHoursRunThroughTheNight() {
        ClockRule day = new ClockRule(
                ClockRule.Unit.CLOCK_HOUR, 24, false, ClockRule.EndOfDay.MIDNIGHT, ClockRule.Roll.NONE);
        assertThat(due("2026-11-20T16:30", day)).isEqualTo(at("2026-11-21T16:30"));
    }

    @Test
    void theCustomersDateWinsInBothDirections() {
        Promise promise = Promise.byClass(at("2026-02-13T10:00"), TWO_WORKING_DAYS).withCustomerRule(ClockRule.workingDays(5));
        CustomerDate earlier = new CustomerDate(LocalDate.of(2026, 2, 14), LocalTime.NOON);
        CustomerDate later = new CustomerDate(LocalDate.of(2026, 3, 20), null);
        assertThat(deadline(promise.withCustomerDate(earlier)).due()).isEqualTo(at("2026-02-14T12:00"));
        assertThat(deadline(promise.withCustomerDate(later)).due()).isEqualTo(at("2026-03-20T17:30"));
        assertThat(deadline(promise).due()).isEqualTo(at("2026-02-27T17:30"));
    }

    @Test
    void aCustomersDateOnAFreeDayIsKeptAndWarnedOf() {
        Promise promise = Promise.byClass(at("2026-09-29T10:00"), TWO_WORKING_DAYS)
                .withCustomerDate(new CustomerDate(LocalDate.of(2026, 10, 3), null));
        Deadline deadline = deadline(promise);
        assertThat(deadline.due()).isEqualTo(at("2026-10-03T17:30"));
        assertThat(deadline.warnings()).extracting(Sentence::key).containsExactly("voice.clock.customerDateFree");
    }

    @Test
    void precedenceIsData() {
        PromiseClock houseRule = new PromiseClock(CALENDAR, new Precedence(List.of(Precedence.Source.CLASS_RULE)));
        Promise promise = Promise.byClass(at("2026-11-20T10:00"), TWO_WORKING_DAYS)
                .withCustomerDate(new CustomerDate(LocalDate.of(2026, 12, 20), null));
        assertThat(houseRule.deadline(promise, promise.start()).due()).isEqualTo(at("2026-11-24T17:30"));
    }

    @Test
    void eachDayIsExplained() {
        Deadline deadline = deadline(Promise.byClass(at("2026-02-13T10:00"), TWO_WORKING_DAYS));
        assertThat(deadline.reasons()).extracting(Sentence::key).startsWith(
                "voice.clock.byClassRule", "voice.clock.startNotCounted", "voice.clock.counted", "voice.clock.notCounted");
        assertThat(deadline.reasons()).hasSize(2 + 1 + 9 + 1);
        Sentence saturday = (Sentence) deadline.reasons().get(2).args().getFirst();
        assertThat(saturday.key()).isEqualTo("organization.day.makeUp");
        assertThat(deadline.warnings()).isEmpty();
    }

    @Test
    void aDeadlineInAYearNotYetPublishedSaysSo() {
        Deadline deadline = deadline(Promise.byClass(at("2026-12-31T10:00"), TWO_WORKING_DAYS));
        assertThat(deadline.due()).isEqualTo(at("2027-01-04T17:30"));
        assertThat(deadline.warnings()).extracting(Sentence::key).containsExactly("organization.calendar.notPublished");
    }

    @Test
    void pausedDaysAreGivenBackWithTheirReason() {
        Pause pause = new Pause(at("2026-11-23T10:00"), at("2026-11-25T15:00"), "sample under way");
        Promise promise = Promise.byClass(at("2026-11-20T10:00"), TWO_WORKING_DAYS).withPauses(List.of(pause));
        Deadline deadline = clock.deadline(promise, at("2026-12-01T10:00"));
        assertThat(deadline.due()).isEqualTo(at("2026-11-26T17:30"));
        assertThat(deadline.reasons()).contains(new Sentence("voice.clock.paused", LocalDate.of(2026, 11, 23), "sample under way"));
    }

    @Test
    void anOpenPausePushesTheDeadlineWithEachDay() {
        Pause pause = new Pause(at("2026-11-23T10:00"), null, "sample under way");
        Promise promise = Promise.byClass(at("2026-11-20T10:00"), TWO_WORKING_DAYS).withPauses(List.of(pause));
        assertThat(clock.deadline(promise, at("2026-11-23T18:00")).due()).isEqualTo(at("2026-11-25T17:30"));
        assertThat(clock.deadline(promise, at("2026-11-25T18:00")).due()).isEqualTo(at("2026-11-27T17:30"));
    }

    @Test
    void aPausedHourClockGivesBackBusinessTimeOnly() {
        Pause noon = new Pause(at("2026-11-23T11:00"), at("2026-11-23T14:00"), "line stopped");
        Pause overlapping = new Pause(at("2026-11-23T13:00"), at("2026-11-23T14:30"), "line stopped again");
        Promise promise = Promise.byClass(at("2026-11-23T09:00"), ClockRule.businessHours(4))
                .withPauses(List.of(overlapping, noon));
        assertThat(clock.deadline(promise, at("2026-11-24T09:00")).due()).isEqualTo(at("2026-11-23T16:30"));
    }

    @Test
    void moreDaysNeverFallDueEarlierAndPausesNeverShorten() {
        long seed = 4711L;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Instant start = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(400_000)));
            int days = 1 + random.nextInt(15);
            Instant due = clock.deadline(Promise.byClass(start, ClockRule.workingDays(days)), start).due();
            Instant more = clock.deadline(Promise.byClass(start, ClockRule.workingDays(days + 1)), start).due();
            Pause pause = new Pause(start.plusSeconds(3_600), start.plusSeconds(3_600 + random.nextInt(900_000)), "wait");
            Promise stopped = Promise.byClass(start, ClockRule.workingDays(days)).withPauses(List.of(pause));
            assertThat(more).as("seed %s", seed).isAfter(due);
            assertThat(clock.deadline(stopped, start).due()).as("seed %s", seed).isAfterOrEqualTo(due);
            assertThat(CALENDAR.isWorkingDay(CALENDAR.dayOf(due))).isTrue();
        }
    }

    @Test
    void aClockThatCountsNothingIsRefusedAndRulesAreData() {
        assertThatThrownBy(() -> ClockRule.workingDays(0)).isInstanceOf(IllegalArgumentException.class);
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(TWO_WORKING_DAYS), ClockRule.class)).isEqualTo(TWO_WORKING_DAYS);
        assertThat(json.readValue(json.writeValueAsString(Precedence.CUSTOMER_FIRST), Precedence.class))
                .isEqualTo(Precedence.CUSTOMER_FIRST);
    }

    private Deadline deadline(Promise promise) {
        return clock.deadline(promise, promise.start());
    }
}
