package org.huiyin.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.StaleRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class CalendarsTest {

    private static final String YEAR_2027 = """
            date,kind,name zh-CN,name zh-TW,name en
            2027-01-01,OFF,元旦,元旦,New Year
            2027-01-03,WORK,元旦调休,元旦補班,New Year make-up day
            """;

    @Autowired Cast cast;
    @Autowired Calendars calendars;

    @Test
    void the_make_up_saturday_before_spring_festival_is_worked() {
        var troupe = cast.company("P001");
        var calendar = troupe.in(calendars::inForce);
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-02-14"))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2026-02-23"))).isFalse();
        assertThat(calendar.addWorkingDays(LocalDate.parse("2026-02-13"), 2)).isEqualTo("2026-02-24");
    }

    @Test
    void an_unpublished_year_is_said_aloud_until_the_company_imports_it() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var day = List.of(LocalDate.parse("2027-01-04"));
        assertThat(troupe.in(calendars::inForce).warnings(day)).hasSize(1);
        troupe.run(() -> calendars.importYear(admin, 2027, YEAR_2027, "notice of November 2026"));
        var calendar = troupe.in(calendars::inForce);
        assertThat(calendar.warnings(day)).isEmpty();
        assertThat(calendar.isWorkingDay(LocalDate.parse("2027-01-03"))).isTrue();
        assertThat(cast.company("P001").in(calendars::inForce).isPublished(2027)).isFalse();
        troupe.run(() -> calendars.dropYear(admin, 2027));
        assertThat(troupe.in(calendars::inForce).isPublished(2027)).isFalse();
    }

    @Test
    void the_companys_own_day_wins_over_the_published_one() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var stocktaking = LocalDate.parse("2026-07-01");
        troupe.run(() -> calendars.except(admin, stocktaking, false, "盘点"));
        assertThat(troupe.in(calendars::inForce).isWorkingDay(stocktaking)).isFalse();
        troupe.run(() -> calendars.dropException(admin, stocktaking));
        assertThat(troupe.in(calendars::inForce).isWorkingDay(stocktaking)).isTrue();
    }

    @Test
    void two_people_who_change_the_week_do_not_overwrite_each_other() {
        var troupe = cast.company("P001");
        var admin = troupe.admin();
        var version = troupe.in(calendars::settings).version();
        troupe.run(() -> calendars.change(admin, Set.of(DayOfWeek.SUNDAY), version));
        assertThat(troupe.in(calendars::settings).weekend()).containsExactly(DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> troupe.run(() -> calendars.change(admin, Set.of(DayOfWeek.FRIDAY), version)))
                .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                    assertThat(stale.who()).isEqualTo("管理员");
                    assertThat(stale.changes()).extracting(StaleRecord.Change::theirs).containsExactly("7");
                    assertThat(stale.version()).isEqualTo(version + 1);
                });
    }

    @Test
    void the_auditor_changes_no_calendar() {
        var troupe = cast.company("P001");
        var auditor = troupe.auditor();
        assertThatThrownBy(() -> troupe.run(() -> calendars.except(auditor, LocalDate.parse("2026-07-01"), false, "x")))
                .isInstanceOf(BrokenRule.class);
    }
}
