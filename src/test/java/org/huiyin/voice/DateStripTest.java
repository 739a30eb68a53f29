package org.huiyin.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.BusinessHours;
import org.huiyin.organization.BusinessHours.Span;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.organization.YearSchedule;
import org.huiyin.web.Due;
import org.junit.jupiter.api.Test;

/** The strip of days under a date: what was counted, where we stand, nothing that is too long to be read. */
class DateStripTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final WorkingCalendar CALENDAR = new WorkingCalendar(SHANGHAI,
            new BusinessHours(List.of(new Span(LocalTime.of(8, 30), LocalTime.NOON), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30)))),
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(YearSchedule.shipped(2026)), List.of());

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    private static List<String> kinds(Due.Why why) {
        return why.days().stream().map(day -> day.date().getDayOfMonth() + (day.kind().isEmpty() ? "" : " " + day.kind())).toList();
    }

    @Test
    void working_days_are_counted_over_the_holiday() {
        var why = DateStrip.why(CALENDAR, at("2026-04-29T15:20"), at("2026-05-06T17:30"), List.of(), "5.2.2.6");
        assertThat(kinds(why)).containsExactly("29", "30 hit", "1 off", "2 off", "3 off", "4 off", "5 off", "6 end");
        assertThat(why.clause()).isEqualTo("5.2.2.6");
    }

    @Test
    void any_other_date_shows_where_we_stand() {
        assertThat(kinds(DateStrip.running(CALENDAR, at("2026-03-09T10:00"), at("2026-03-11T08:00"), at("2026-03-13T17:30"), List.of(), null)))
                .containsExactly("9", "10", "11 hit", "12", "13 end");
    }

    @Test
    void a_long_time_keeps_its_start_today_and_its_end() {
        var why = DateStrip.running(CALENDAR, at("2026-04-08T10:00"), at("2026-04-20T08:00"), at("2026-05-09T00:00"), List.of(), "");
        assertThat(kinds(why)).containsExactly("8", "9 gap", "20 hit", "21 gap", "4 off", "5 off", "6", "7", "8 end");
        assertThat(why.clause()).isNull();
    }

    @Test
    void without_a_start_there_is_no_strip() {
        assertThat(DateStrip.running(CALENDAR, null, at("2026-04-20T08:00"), at("2026-05-08T17:30"), List.of(), "5").days()).isEmpty();
    }

    @Test
    void hours_are_told_day_by_day() {
        var promise = new PromiseView(java.util.UUID.randomUUID(), new VoiceId(java.util.UUID.randomUUID()), PromiseKind.ASSESS, 1, "X", at("2026-09-24T16:00"),
                new Deadline(at("2026-09-29T11:30"), List.of(), List.of()), List.of(new PauseView(at("2026-09-28T13:00"), at("2026-09-28T15:30"), "等样件", PersonId.SYSTEM)), null, "",
                false, Precedence.Source.CLASS_RULE, List.of(), ClockRule.businessHours(10), false, null, true, PersonId.SYSTEM, at("2026-09-24T16:00"));
        var days = DateStrip.why(CALENDAR, promise).days();
        assertThat(days).extracting(Due.Day::kind).containsExactly("hit", "off", "off", "off", "hit", "end");
        assertThat(days.get(4).word()).isEqualTo(new Sentence("voice.strip.hours", "5:30"));
    }
}
