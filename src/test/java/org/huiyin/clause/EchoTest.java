package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every voice gets its promise, and the echo rate says how many were kept. */
@HuiyinTest
class EchoTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Voices voices;
    @Autowired Customers customers;

    private VoiceId hear(String kind, String received, String words) {
        var at = TestClock.at(received);
        return voices.hear(new NewVoice(kind, null, "来电的人", words, null, at, null, "PHONE", voices.promise(kind, at, null), "5.1.3.2"));
    }

    @Test
    @Clause("001/5.2.2.6")
    void two_working_days_count_the_make_up_saturday_and_leave_the_holiday_out() {
        var troupe = cast.company("P001");
        clock.set("2026-05-07T15:00");
        troupe.run(() -> {
            assertThat(voices.promise("COMPLAINT", TestClock.at("2026-05-07T15:00"), null).due()).isEqualTo(TestClock.at("2026-05-09T17:30"));
            assertThat(voices.promise("COMPLAINT", TestClock.at("2026-04-29T15:20"), null).due()).isEqualTo(TestClock.at("2026-05-06T17:30"));
            var stored = voices.get(hear("COMPLAINT", "2026-04-29T15:20", "卡扣断了"));
            assertThat(stored.due().due()).isEqualTo(TestClock.at("2026-05-06T17:30"));
            assertThat(stored.due().reasons()).hasSizeGreaterThan(6);
            assertThat(stored.number()).startsWith("LX-2026-");
        });
    }

    @Test
    @Clause("001/5.1.3.2")
    void the_echo_rate_is_answered_in_time_of_all_that_fell_due() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-03-20T18:00");
        troupe.run(() -> {
            var inTime = hear("CALL", "2026-03-16T10:00", "问交期");
            var late = hear("CALL", "2026-03-16T11:00", "要图纸");
            hear("CALL", "2026-03-16T12:00", "催报价");
            hear("OTHER", "2026-03-20T10:00", "建议换包装");
            var ahead = hear("OTHER", "2026-03-20T11:00", "想来参观");
            voices.answered(head, inTime, "PHONE", TestClock.at("2026-03-17T17:30"));
            voices.answered(head, late, "PHONE", TestClock.at("2026-03-18T09:00"));
            voices.answered(head, late, "MAIL", TestClock.at("2026-03-18T10:00"));
            voices.answered(head, ahead, "MAIL", TestClock.at("2026-03-20T15:00"));
            var rate = voices.rate(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
            assertThat(rate.all().inTime()).isEqualTo(1);
            assertThat(rate.all().answeredLate()).isEqualTo(1);
            assertThat(rate.all().openLate()).isEqualTo(1);
            assertThat(rate.all().due()).isEqualTo(3);
            assertThat(rate.all().openNotDue()).isEqualTo(1);
            assertThat(rate.all().ahead()).isEqualTo(1);
            assertThat(rate.all().rate()).isBetween(new BigDecimal("0.3333"), new BigDecimal("0.3334"));
            assertThat(rate.byKind()).containsOnlyKeys(VoiceKind.CALL, VoiceKind.OTHER);
            assertThat(rate.byKind().get(VoiceKind.OTHER).rate()).isNull();
            assertThat(voices.rate(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 3, 31)).all().due()).isZero();
        });
        clock.set("2026-04-20T09:00");
        troupe.run(() -> {
            var rate = voices.rate(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));
            assertThat(rate.all().due()).isEqualTo(5);
            assertThat(rate.all().inTime()).isEqualTo(2);
            assertThat(rate.all().openNotDue()).isZero();
        });
    }

    @Test
    @Clause("001/5.1.3.2")
    void late_stays_late_and_answers_are_checked() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var auditor = troupe.auditor();
        clock.set("2026-03-20T18:00");
        troupe.run(() -> {
            var id = hear("CALL", "2026-03-16T10:00", "问交期");
            assertThatThrownBy(() -> voices.answered(head, id, "PHONE", TestClock.at("2026-03-16T09:00"))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> voices.answered(head, id, "PHONE", TestClock.at("2026-03-21T09:00"))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> voices.answered(auditor, id, "PHONE", TestClock.at("2026-03-17T09:00"))).isInstanceOf(BrokenRule.class);
            voices.answered(head, id, "PHONE", TestClock.at("2026-03-18T09:00"));
            voices.answered(head, id, "MAIL", TestClock.at("2026-03-17T09:00"));
            assertThatThrownBy(() -> voices.answered(head, id, "MAIL", TestClock.at("2026-03-17T09:00"))).isInstanceOf(BrokenRule.class);
            assertThat(voices.get(id).answers()).hasSize(2);
            assertThat(voices.get(id).state(clock.instant())).isEqualTo(VoiceState.ANSWERED_LATE);
        });
    }

    @Test
    void the_same_words_about_the_same_subject_are_heard_once() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var at = TestClock.at("2026-03-16T08:00");
            var voice = new NewVoice("SURVEY_COMMENT", null, "甲", "包装松", new SubjectRef("answer", UUID.randomUUID()), at, null, "SURVEY",
                    voices.promise("SURVEY_COMMENT", at, null), "5.4.6.1");
            assertThat(voices.hear(voice)).isEqualTo(voices.hear(voice));
        });
    }

    @Test
    void a_clerk_sees_what_her_customers_said_and_no_company_sees_another() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        clock.set("2026-03-16T18:00");
        var number = troupe.in(() -> {
            var at = TestClock.at("2026-03-16T10:00");
            var own = customers.create(clerk, CustomerDetails.named("晨曜音响"));
            var other = customers.create(head, CustomerDetails.named("明岳电子"));
            voices.hear(clerk, new NewVoice("CALL", own, null, "问交期", null, at, clerk.id(), "PHONE", voices.promise("CALL", at, null), ""));
            var hidden = voices.hear(head, new NewVoice("CALL", other, null, "涨价", null, at, head.id(), "PHONE", voices.promise("CALL", at, null), ""));
            assertThat(voices.list(clerk, VoiceFilter.all())).hasSize(1);
            assertThat(voices.list(head, VoiceFilter.all())).hasSize(2);
            assertThat(voices.count(head, new VoiceFilter("晨曜", VoiceKind.CALL, VoiceState.OPEN, false, null, null, 1, 10))).isEqualTo(1);
            assertThat(voices.of(own, 5)).hasSize(1);
            var n = voices.get(hidden).number();
            assertThatThrownBy(() -> voices.byNumber(clerk, n)).isInstanceOf(NotFound.class);
            return n;
        });
        var stranger = cast.company("P001");
        var alien = stranger.salesHead();
        stranger.run(() -> assertThatThrownBy(() -> voices.byNumber(alien, number)).isInstanceOf(NotFound.class));
    }
}
