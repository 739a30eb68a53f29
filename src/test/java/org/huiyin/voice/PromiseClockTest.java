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

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T10:00, 2026-01-05T17:30", // the Sunday after New Year is worked
        "2026-02-12T10:00, 2026-02-14T17:30", "2026-02-14T10:00, 2026-02-25T17:30", "2026-02-17T22:00, 2026-02-25T17:30", "2026-02-26T08:31, 2026-02-28T17:30",
        "2026-04-30T17:29, 2026-05-07T17:30", "2026-05-03T10:00, 2026-05-07T17:30", "2026-05-07T11:00, 2026-05-09T17:30", "2026-05-08T11:00, 2026-05-11T17:30",
        "2026-06-18T14:00, 2026-06-23T17:30", "2026-09-18T10:00, 2026-09-21T17:30", "2026-09-24T10:00, 2026-09-29T17:30",
        "2026-09-30T10:00, 2026-10-09T17:30", "2026-10-08T10:00, 2026-10-10T17:30", "2026-10-09T18:00, 2026-10-12T17:30"})
    void twoWorkingDaysAroundTheHolidaysOfTheYear(String received, String due) {
        assertThat(due(received, TWO_WORKING_DAYS)).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-14T16:00, 2026-02-14T17:30", "2026-02-14T17:31, 2026-02-24T17:30", "2026-05-09T12:30, 2026-05-09T17:30",
        "2026-09-19T10:00, 2026-09-20T17:30", "2026-09-20T07:00, 2026-09-20T17:30", "2026-09-30T17:30, 2026-09-30T17:30", "2026-09-30T20:00, 2026-10-08T17:30"})
    void theSameDayKnowsMakeUpDays(String received, String due) {
        assertThat(due(received, ClockRule.sameDay())).isEqualTo(at(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-11T11:00, 4, 2026-05-11T16:30", "2026-05-11T12:30, 4, 2026-05-11T17:30", "2026-04-30T16:00, 4, 2026-05-06T11:00",
        "2026-02-14T15:30, 5, 2026-02-24T11:30", "2026-05-08T17:00, 8, 2026-05-09T17:30", "2026-09-30T17:45, 2, 2026-10-08T10:30", "2026-09-19T09:00, 1, 2026-09-20T09:30"})
    void hoursRunOnlyWhileWeAreOpen(String received, int hours, String due) {
        assertThat(due(received, ClockRule.businessHours(hours))).isEqualTo(at(due));
    }

    @Test
    void whatComesAfterHoursMayCountAtOnce() {
        PromiseClock atOnce = new PromiseClock(CALENDAR, Precedence.CUSTOMER_FIRST, false);
        assertThat(atOnce.deadline(Promise.byClass(at("2026-11-24T20:10"), ClockRule.sameDay()), at("2026-11-24T20:10")).due()).isEqualTo(at("2026-11-25T00:00"));
        assertThat(atOnce.deadline(Promise.byClass(at("2026-11-24T10:10"), ClockRule.sameDay()), at("2026-11-24T10:10")).due()).isEqualTo(at("2026-11-24T17:30"));
    }

    @Test
    void theLadderSaysWhoWonAndWhoLost() {
        Promise promise = Promise.byClass(at("2026-02-13T10:00"), TWO_WORKING_DAYS).withCustomerRule(ClockRule.workingDays(5), "CSR-07 4.2");
        var agreed = clock.reckon(promise, promise.start());
        assertThat(agreed.source()).isEqualTo(Precedence.Source.CUSTOMER_RULE);
        assertThat(agreed.rungs()).extracting(Rung::given).containsExactly(false, true, true);
        assertThat(agreed.rungs()).extracting(Rung::won).containsExactly(false, true, false);
        assertThat(agreed.rungs().get(1).says().args()).contains("CSR-07 4.2");
        var dated = clock.reckon(promise.withCustomerDate(new CustomerDate(LocalDate.of(2026, 3, 6), LocalTime.of(9, 0))), promise.start());
        assertThat(dated.rungs()).extracting(Rung::won).containsExactly(true, false, false);
        assertThat(dated.counted()).isNull();
    }

    @Test
    void noPauseMakesAnythingEarlierWhateverIsCounted() {
        long seed = 20261121L;
        Random random = new Random(seed);
        List<ClockRule> rules = List.of(ClockRule.workingDays(1), ClockRule.workingDays(7), ClockRule.calendarDays(3), ClockRule.calendarDays(14),
                ClockRule.businessHours(4), ClockRule.businessHours(19), ClockRule.sameDay(),
                new ClockRule(ClockRule.Unit.CLOCK_HOUR, 30, false, ClockRule.EndOfDay.MIDNIGHT, ClockRule.Roll.NONE),
                new ClockRule(ClockRule.Unit.WORKING_DAY, 3, true, ClockRule.EndOfDay.MIDNIGHT, ClockRule.Roll.FORWARD));
        for (int i = 0; i < 900; i++) {
            ClockRule rule = rules.get(i % rules.size());
            Instant start = at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(480_000)));
            Promise promise = Promise.byClass(start, rule);
            Pause first = new Pause(start.plusSeconds(random.nextInt(200_000)), start.plusSeconds(200_000 + random.nextInt(600_000)), "sample");
            Pause second = new Pause(start.plusSeconds(900_000), start.plusSeconds(900_000 + random.nextInt(400_000)), "holiday of the customer");
            Instant now = start.plusSeconds(4_000_000);
            Instant bare = clock.deadline(promise, now).due();
            Instant once = clock.deadline(promise.withPauses(List.of(first)), now).due();
            Instant twice = clock.deadline(promise.withPauses(List.of(second, first)), now).due();
            assertThat(once).as("seed %s, run %s, %s from %s", seed, i, rule, start).isAfterOrEqualTo(bare);
            assertThat(twice).as("seed %s, run %s, %s from %s", seed, i, rule, start).isAfterOrEqualTo(once);
            assertThat(bare).as("seed %s, run %s", seed, i).isAfterOrEqualTo(start);
            switch (rule.unit()) {
                case WORKING_DAY, SAME_DAY, BUSINESS_HOUR, CALENDAR_DAY -> {
                    assertThat(CALENDAR.isWorkingDay(CALENDAR.dayOf(bare.minusNanos(1)))).as("seed %s, run %s", seed, i).isTrue();
                    assertThat(CALENDAR.isWorkingDay(CALENDAR.dayOf(twice.minusNanos(1)))).as("seed %s, run %s", seed, i).isTrue();
                }
                case CLOCK_HOUR -> assertThat(Duration.between(start, bare)).isEqualTo(Duration.ofHours(rule.amount()));
            }
            if (rule.unit() == ClockRule.Unit.BUSINESS_HOUR) {
                assertThat(CALENDAR.workingTimeBetween(start, bare)).as("seed %s, run %s", seed, i).isEqualTo(Duration.ofHours(rule.amount()));
            }
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

    /** The sentences that say how much of a day was counted, as "day: what". */
    private List<String> told(Deadline deadline) {
        return deadline.reasons().stream().filter(r -> r.key().matches("voice.clock.(hoursOfDay|notCounted|counted|calendarDay|paused|countsAsReceived|startNotCounted)"))
                .map(r -> r.key().substring("voice.clock.".length()) + (r.key().endsWith("hoursOfDay") ? " " + r.args().get(1) + " " + r.args().get(2)
                        : r.key().endsWith("calendarDay") ? " " + r.args().getFirst() + " " + r.args().get(1) : "")).toList();
    }

    @Test
    void anHourClockOverAWeekendWithAMakeUpDayTellsTheHoursOfEachDay() {
        // Thu 24 Sep 16:00; Fri 25 to Sun 27 is Mid-Autumn, Mon 28 and Tue 29 are worked.
        Deadline autumn = deadline(Promise.byClass(at("2026-09-24T16:00"), ClockRule.businessHours(10)));
        assertThat(autumn.due()).isEqualTo(at("2026-09-29T09:30"));
        assertThat(told(autumn)).containsExactly("hoursOfDay 1:30 1:30", "notCounted", "notCounted", "notCounted", "hoursOfDay 7:30 9:00", "hoursOfDay 1:00 10:00");
    }

    @Test
    void whatComesOnAFreeDayCountsFromTheNextOpeningAndSaysSo() {
        // Sun 10 May is free, Sat 9 May is a make-up day.
        Deadline saturday = deadline(Promise.byClass(at("2026-05-09T16:45"), ClockRule.businessHours(3)));
        assertThat(saturday.due()).isEqualTo(at("2026-05-11T10:45"));
        assertThat(told(saturday)).containsExactly("hoursOfDay 0:45 0:45", "notCounted", "hoursOfDay 2:15 3:00");
        Deadline sunday = deadline(Promise.byClass(at("2026-05-10T09:00"), ClockRule.businessHours(3)));
        assertThat(sunday.due()).isEqualTo(at("2026-05-11T11:30"));
        assertThat(told(sunday)).containsExactly("countsAsReceived", "notCounted", "hoursOfDay 3:00 3:00");
    }

    @Test
    void calendarDaysAndPausedHoursAreToldOneByOne() {
        Deadline five = deadline(Promise.byClass(at("2026-06-17T10:00"), ClockRule.calendarDays(3)));
        assertThat(told(five)).containsExactly("startNotCounted", "calendarDay 2026-06-18 1", "calendarDay 2026-06-19 2", "calendarDay 2026-06-20 3");
        Promise hours = Promise.byClass(at("2026-06-15T09:00"), ClockRule.businessHours(12)).withPauses(List.of(new Pause(at("2026-06-15T11:00"), at("2026-06-16T14:00"), "等样件")));
        Deadline paused = clock.deadline(hours, at("2026-06-20T09:00"));
        assertThat(told(paused)).containsExactly("hoursOfDay 2:00 2:00", "hoursOfDay 3:30 5:30", "hoursOfDay 6:30 12:00");
        assertThat(paused.due()).isEqualTo(at("2026-06-17T16:30"));
    }

    @ParameterizedTest
    @CsvSource({
        // A pause from the very close on takes nothing; a minute before the close it takes that day; until a minute before the close it gives nothing back.
        "2026-07-13T17:30, 2026-07-14T17:29, 2026-07-14T17:30", "2026-07-13T17:29, 2026-07-13T17:30, 2026-07-15T17:30", "2026-07-13T09:00, 2026-07-13T17:29, 2026-07-14T17:30",
        "2026-07-11T09:00, 2026-07-12T20:00, 2026-07-14T17:30", "2026-07-14T17:29, 2026-07-20T08:30, 2026-07-20T17:30"})
    void aPauseAtTheLimitsOfADay(String from, String to, String due) {
        Promise promise = Promise.byClass(at("2026-07-10T10:00"), TWO_WORKING_DAYS).withPauses(List.of(new Pause(at(from), at(to), "等客户")));
        assertThat(clock.deadline(promise, at("2026-07-31T09:00")).due()).isEqualTo(at(due));
    }
}
