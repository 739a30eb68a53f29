package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.CustomerClocks;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.DueFilter;
import org.huiyin.voice.NewPromise;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.Precedence;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is promised is kept in sight: several clocks of a voice, replaced, paused, kept, opened again; late stays late. */
@HuiyinTest
class PromiseTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Voices voices;
    @Autowired Promises promises;
    @Autowired CustomerClocks agreed;
    @Autowired Customers customers;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private VoiceId hear(String kind, String received, CustomerId customer, CustomerDate wish) {
        var at = TestClock.at(received);
        return voices.hear(new NewVoice(kind, customer, customer == null ? "来电的人" : null, "支架有裂纹 " + UUID.randomUUID(), null, at, null, "PHONE",
                voices.promise(kind, at, wish, customer), "5.2.2.6", wish));
    }

    private static NewPromise promise(PromiseKind kind, String rule, String start) {
        return new NewPromise(kind, rule, TestClock.at(start), null, "5.2.2.6");
    }

    private PromiseView one(VoiceId voice, PromiseKind kind) {
        return promises.of(voice).stream().filter(p -> p.kind() == kind && p.latest()).findFirst().orElseThrow();
    }

    @Test
    @Clause("001/5.2.2.6")
    void an_acknowledgement_stops_no_clock_and_an_interim_report_only_the_first() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-05-08T09:10");
        troupe.run(() -> {
            var voice = hear("COMPLAINT", "2026-05-08T09:00", null, null);
            promises.make(head.id(), voice, promise(PromiseKind.ASSESS, "COMPLAINT_ASSESSMENT", "2026-05-08T09:00"));
            promises.make(head.id(), voice, promise(PromiseKind.ACKNOWLEDGE, "CALL", "2026-05-08T09:00"));
            assertThat(one(voice, PromiseKind.ASSESS).due().due()).isEqualTo(TestClock.at("2026-05-08T14:30"));
            assertThat(one(voice, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-05-11T17:30"));
            promises.kept(head.id(), voice, PromiseKind.ACKNOWLEDGE, "MAIL", clock.instant());
            assertThat(one(voice, PromiseKind.ANSWER).open()).isTrue();
            assertThat(one(voice, PromiseKind.ASSESS).open()).isTrue();
        });
        clock.set("2026-05-11T16:00");
        troupe.run(() -> {
            var voice = voices.list(head, VoiceFilter.all()).getFirst().id();
            promises.kept(head.id(), voice, PromiseKind.ANSWER, "INTERIM", clock.instant());
            promises.make(head.id(), voice, promise(PromiseKind.FINAL, "COMPLAINT_FINAL", "2026-05-11T16:00"));
            assertThat(one(voice, PromiseKind.ANSWER).late(clock.instant())).isFalse();
            assertThat(one(voice, PromiseKind.FINAL).open()).isTrue();
            assertThat(one(voice, PromiseKind.FINAL).due().due()).isEqualTo(TestClock.at("2026-05-25T17:30"));
            assertThat(voices.get(voice).state(clock.instant())).isEqualTo(VoiceState.IN_TIME);
        });
    }

    @Test
    @Clause("001/5.2.2.3")
    void triage_replaces_the_promise_and_what_was_replaced_is_kept_to_be_seen() {
        var troupe = cast.company("P001");
        var quality = troupe.quality();
        clock.set("2026-11-24T11:20");
        troupe.run(() -> {
            var voice = hear("COMPLAINT", "2026-11-24T10:15", null, null);
            var occasional = promises.make(quality.id(), voice, promise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", "2026-11-24T10:15"));
            assertThat(occasional.due().due()).isEqualTo(TestClock.at("2026-11-24T17:30"));
            assertThat(promises.of(voice)).extracting(PromiseView::replaced).containsExactly(true, false);
            assertThat(promises.make(quality.id(), voice, promise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", "2026-11-24T10:15")).id()).isEqualTo(occasional.id());
            assertThat(promises.of(voice)).hasSize(2);
            assertThat(voices.get(voice).due().due()).isEqualTo(occasional.due().due());
        });
    }

    @Test
    @Clause("001/5.2.2.3")
    void triage_on_a_later_day_gives_that_day_but_heals_nothing_that_was_late() {
        var troupe = cast.company("P001");
        var quality = troupe.quality();
        clock.set("2026-11-25T09:40");
        var ids = troupe.in(() -> List.of(hear("COMPLAINT", "2026-11-24T15:00", null, null), hear("COMPLAINT", "2026-11-19T15:00", null, null)));
        troupe.run(() -> {
            var inTime = promises.make(quality.id(), ids.get(0), promise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", "2026-11-24T15:00"));
            assertThat(inTime.due().due()).isEqualTo(TestClock.at("2026-11-25T17:30"));
            assertThat(inTime.due().reasons()).last().extracting("key").isEqualTo("voice.clock.sinceTriage");
            assertThat(inTime.late(clock.instant())).isFalse();
            var late = promises.make(quality.id(), ids.get(1), promise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", "2026-11-19T15:00"));
            assertThat(late.due().due()).isEqualTo(TestClock.at("2026-11-25T17:30"));
            assertThat(late.lateSince()).isEqualTo(TestClock.at("2026-11-23T17:30"));
        });
        clock.set("2026-11-25T15:00");
        troupe.run(() -> {
            ids.forEach(id -> promises.kept(quality.id(), id, PromiseKind.ANSWER, "MAIL", clock.instant()));
            assertThat(voices.get(ids.get(0)).state(clock.instant())).isEqualTo(VoiceState.IN_TIME);
            assertThat(voices.get(ids.get(1)).state(clock.instant())).isEqualTo(VoiceState.ANSWERED_LATE);
            var rate = voices.rate(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25)).all();
            assertThat(rate.inTime()).isZero();
            assertThat(rate.answeredLate()).isEqualTo(1);
        });
        clock.set("2026-11-26T09:00");
        troupe.run(() -> assertThat(voices.rate(LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25)).all().inTime()).isEqualTo(1));
    }

    @Test
    @Clause("001/5.2.2.6")
    void a_pause_gives_back_its_days_and_no_pause_mends_what_is_late() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var auditor = troupe.auditor();
        clock.set("2026-09-22T10:00");
        var voice = troupe.in(() -> hear("COMPLAINT", "2026-09-22T09:00", null, null));
        troupe.run(() -> {
            assertThat(one(voice, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-09-24T17:30"));
            assertThatThrownBy(() -> promises.pause(auditor, voice, PromiseKind.ANSWER, clock.instant(), "等样件")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> promises.pause(clerk, voice, PromiseKind.ANSWER, clock.instant(), " ")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> promises.pause(clerk, voice, PromiseKind.ANSWER, TestClock.at("2026-09-21T10:00"), "等样件")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> promises.resume(clerk, voice, PromiseKind.ANSWER, clock.instant())).isInstanceOf(BrokenRule.class);
        });
        clock.set("2026-09-23T11:00");
        troupe.run(() -> {
            promises.pause(clerk, voice, PromiseKind.ANSWER, clock.instant(), "等客户寄样件");
            assertThatThrownBy(() -> promises.pause(clerk, voice, PromiseKind.ANSWER, clock.instant(), "又等")).isInstanceOf(BrokenRule.class);
        });
        clock.set("2026-09-30T09:00");
        troupe.run(() -> {
            assertThat(voices.get(voice).state(clock.instant())).isEqualTo(VoiceState.OPEN);
            promises.resume(clerk, voice, PromiseKind.ANSWER, clock.instant());
            // 23, 24, 28 and 29 September stood still; 30 September and 8 October are the two days.
            assertThat(one(voice, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-10-08T17:30"));
            assertThat(one(voice, PromiseKind.ANSWER).pauses()).hasSize(1);
            assertThatThrownBy(() -> promises.pause(clerk, voice, PromiseKind.ANSWER, TestClock.at("2026-09-25T10:00"), "再等")).isInstanceOf(InvalidInput.class);
        });
        clock.set("2026-10-09T08:40");
        troupe.run(() -> {
            assertThatThrownBy(() -> promises.pause(clerk, voice, PromiseKind.ANSWER, TestClock.at("2026-10-08T09:00"), "等样件")).isInstanceOf(BrokenRule.class);
            voices.answered(clerk, voice, "MAIL", clock.instant());
            assertThat(voices.get(voice).state(clock.instant())).isEqualTo(VoiceState.ANSWERED_LATE);
            assertThatThrownBy(() -> transaction.executeWithoutResult(status ->
                    sql.sql("update voice.promise set kept_at = due_at where voice_id = ?").param(voice.value()).update())).isInstanceOf(DataAccessException.class);
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void a_case_opened_again_runs_a_new_round_and_the_earlier_one_stays_as_it_ended() {
        var troupe = cast.company("P001");
        var quality = troupe.quality();
        clock.set("2026-03-02T16:00");
        var voice = troupe.in(() -> hear("COMPLAINT", "2026-02-25T09:00", null, null));
        troupe.run(() -> {
            assertThat(one(voice, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-02-27T17:30"));
            promises.kept(quality.id(), voice, PromiseKind.ANSWER, "MAIL", clock.instant());
        });
        clock.set("2026-03-20T10:00");
        troupe.run(() -> {
            var second = promises.reopen(quality.id(), voice, promise(PromiseKind.ANSWER, "COMPLAINT", "2026-03-20T09:30"));
            assertThat(second.round()).isEqualTo(2);
            assertThat(second.due().due()).isEqualTo(TestClock.at("2026-03-24T17:30"));
            assertThat(promises.reopen(quality.id(), voice, promise(PromiseKind.ANSWER, "COMPLAINT", "2026-03-20T09:30")).id()).isEqualTo(second.id());
            var first = promises.of(voice).getFirst();
            assertThat(first.keptAt()).isEqualTo(TestClock.at("2026-03-02T16:00"));
            assertThat(first.late(clock.instant())).isTrue();
            assertThat(voices.get(voice).state(clock.instant())).isEqualTo(VoiceState.OPEN);
            promises.kept(quality.id(), voice, PromiseKind.ANSWER, "MAIL", clock.instant());
        });
        clock.set("2026-03-25T10:00");
        troupe.run(() -> {
            var rate = voices.rate(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31)).all();
            assertThat(rate.answeredLate()).isEqualTo(1);
            assertThat(rate.inTime()).isEqualTo(1);
            var kinds = promises.rates(quality, LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 31));
            assertThat(kinds.byMonth().get(java.time.YearMonth.of(2026, 2)).answeredLate()).isEqualTo(1);
            assertThat(kinds.byMonth().get(java.time.YearMonth.of(2026, 3)).inTime()).isEqualTo(1);
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void what_was_agreed_with_the_customer_goes_before_the_rule_and_his_date_before_both() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        var warehouse = troupe.as("WAREHOUSE");
        clock.set("2026-06-17T10:00");
        troupe.run(() -> {
            var customer = customers.create(head, CustomerDetails.named("启明汽车零部件"));
            var before = hear("COMPLAINT", "2026-06-17T09:00", customer, null);
            assertThatThrownBy(() -> agreed.agree(warehouse, customer, "COMPLAINT", ClockRule.workingDays(1), "CSR-11 3.4", "", null)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> agreed.agree(head, customer, "COMPLAINT", ClockRule.workingDays(1), " ", "", null)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> agreed.agree(head, customer, "NOTHING", ClockRule.workingDays(1), "CSR-11", "", null)).isInstanceOf(InvalidInput.class);
            var first = agreed.agree(head, customer, "COMPLAINT", ClockRule.workingDays(1), "CSR-11 3.4", "", null);
            assertThatThrownBy(() -> agreed.agree(head, customer, "COMPLAINT", ClockRule.workingDays(3), "CSR-12", "", null)).isInstanceOf(StaleRecord.class);
            var own = one(hear("COMPLAINT", "2026-06-17T09:30", customer, null), PromiseKind.ANSWER);
            assertThat(own.due().due()).isEqualTo(TestClock.at("2026-06-18T17:30"));
            assertThat(own.source()).isEqualTo(Precedence.Source.CUSTOMER_RULE);
            assertThat(own.rungs()).hasSize(3);
            var dated = one(hear("COMPLAINT", "2026-06-17T09:40", customer, new CustomerDate(LocalDate.of(2026, 6, 30), null)), PromiseKind.ANSWER);
            assertThat(dated.due().due()).isEqualTo(TestClock.at("2026-06-30T17:30"));
            assertThat(dated.source()).isEqualTo(Precedence.Source.CUSTOMER_DATE);
            assertThat(one(before, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-06-22T17:30"));
            agreed.agree(head, customer, "COMPLAINT", ClockRule.businessHours(6), "CSR-12 1", "新版", first);
            assertThat(agreed.of(head, customer)).extracting(c -> c.active()).containsExactly(true, false);
            assertThat(one(hear("COMPLAINT", "2026-06-17T09:50", customer, null), PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-06-17T17:20"));
            agreed.end(head, customer, agreed.of(head, customer).getFirst().id(), "合同到期");
            assertThat(one(hear("COMPLAINT", "2026-06-17T09:55", customer, null), PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-06-22T17:30"));
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void who_owes_an_answer_is_reminded_once_and_a_late_one_climbs_once_per_level() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var departmentHead = troupe.departmentHead();
        var top = troupe.generalManager();
        clock.set("2026-05-11T09:00");
        troupe.run(() -> hear(clerk.id(), "2026-05-11T09:00"));
        clock.set("2026-05-13T11:30");
        chase(troupe, 2);
        assertThat(told(troupe, clerk.id(), "voice.notice.soon")).isZero();
        clock.set("2026-05-13T13:30");
        chase(troupe, 3);
        assertThat(told(troupe, clerk.id(), "voice.notice.soon")).isEqualTo(1);
        clock.set("2026-05-14T08:35");
        chase(troupe, 2);
        assertThat(told(troupe, departmentHead.id(), "voice.notice.late")).isEqualTo(1);
        assertThat(told(troupe, clerk.id(), "voice.notice.late")).isEqualTo(1);
        assertThat(told(troupe, top.id(), "voice.notice.late")).isZero();
        clock.set("2026-05-22T09:00");
        chase(troupe, 2);
        assertThat(told(troupe, top.id(), "voice.notice.late")).isEqualTo(1);
        assertThat(told(troupe, departmentHead.id(), "voice.notice.late")).isEqualTo(1);
    }

    private void hear(PersonId by, String received) {
        var at = TestClock.at(received);
        voices.hear(new NewVoice("COMPLAINT", null, "路过的客户", "漏油", null, at, by, "PHONE", voices.promise("COMPLAINT", at, null), "5.2.2.6"));
    }

    private void chase(Cast.Troupe troupe, int times) {
        for (int i = 0; i < times; i++) {
            later.runRoutine(troupe.id(), "voice.chase");
        }
    }

    private long told(Cast.Troupe troupe, PersonId who, String key) {
        return troupe.in(() -> transaction.execute(status -> sql.sql("select count(*) from notification.note where person_id = ? and title::text like ?")
                .params(who.value(), "%" + key + "%").query(Long.class).single()));
    }

    @Test
    @Clause("001/5.1.3.2")
    void the_forecast_says_what_falls_due_this_week_to_whom_and_what_is_late_already() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        clock.set("2026-07-15T10:00");
        troupe.run(() -> {
            var own = customers.create(clerk, CustomerDetails.named("北辰仪表"));
            var other = customers.create(head, CustomerDetails.named("远岫光学"));
            hear("COMPLAINT", "2026-07-15T09:00", own, null);
            hear("LETTER", "2026-07-13T09:00", other, null);
            hear("OTHER", "2026-07-15T09:30", other, null);
            var monday = LocalDate.of(2026, 7, 13);
            assertThat(promises.fallingDue(head, monday, monday.plusDays(6))).extracting(d -> d.customerName()).containsExactly("远岫光学", "北辰仪表");
            assertThat(promises.fallingDue(head, monday.plusDays(7), monday.plusDays(13))).hasSize(1);
            assertThat(promises.fallingDue(clerk, monday, monday.plusDays(13))).extracting(d -> d.customerName()).containsExactly("北辰仪表");
            var late = promises.fallingDue(head, new DueFilter(monday.plusDays(7), monday.plusDays(13), true, null, null, null));
            assertThat(late).extracting(d -> d.late(clock.instant())).containsExactly(true, false);
            assertThat(promises.fallingDue(head, new DueFilter(monday, monday.plusDays(13), true, PromiseKind.EFFECT, null, null))).isEmpty();
        });
    }

    @Test
    @Clause({"001/5.2.2.6", "001/5.2.2.3"})
    void what_was_agreed_with_the_customer_goes_before_the_class_unless_he_agreed_on_the_class_too() {
        var troupe = cast.company("P001");
        var head = troupe.salesHead();
        clock.set("2026-07-10T15:00");
        troupe.run(() -> {
            var customer = customers.create(head, CustomerDetails.named("启明汽车零部件"));
            agreed.agree(head, customer, "COMPLAINT", ClockRule.workingDays(4), "CSR-11 3.4", "", null);
            var voice = hear("COMPLAINT", "2026-07-10T14:00", customer, null);
            assertThat(one(voice, PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-07-16T17:30"));
            var occasional = promises.make(head.id(), voice, occasional("2026-07-10T14:00", null));
            assertThat(occasional.due().due()).as("the class gives way").isEqualTo(TestClock.at("2026-07-16T17:30"));
            assertThat(occasional.source()).isEqualTo(Precedence.Source.CUSTOMER_RULE);
            agreed.agree(head, customer, "COMPLAINT_OCCASIONAL", ClockRule.businessHours(6), "CSR-11 3.5", "", null);
            assertThat(promises.make(head.id(), hear("COMPLAINT", "2026-07-10T14:10", customer, null), occasional("2026-07-10T14:10", null)).due().due())
                    .as("3:20 on Friday, 2:40 on Monday").isEqualTo(TestClock.at("2026-07-13T11:10"));
            var dated = promises.make(head.id(), hear("COMPLAINT", "2026-07-10T14:20", customer, null), occasional("2026-07-10T14:20", new CustomerDate(LocalDate.of(2026, 7, 11), null)));
            assertThat(dated.due().due()).as("his own date, a Saturday").isEqualTo(TestClock.at("2026-07-11T17:30"));
            assertThat(promises.make(head.id(), hear("COMPLAINT", "2026-07-10T14:30", null, null), occasional("2026-07-10T14:30", null)).due().due()).isEqualTo(TestClock.at("2026-07-10T17:30"));
        });
    }

    private static NewPromise occasional(String start, CustomerDate wish) {
        return new NewPromise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", TestClock.at(start), wish, "", "COMPLAINT");
    }

    @Test
    @Clause({"001/5.2.2.6", "001/5.2.2.4"})
    void a_class_decided_after_or_within_a_pause_keeps_the_time_that_was_given_back() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-07-06T10:00");
        var ids = troupe.in(() -> List.of(hear("COMPLAINT", "2026-07-06T09:00", null, null), hear("COMPLAINT", "2026-07-06T09:00", null, null), hear("COMPLAINT", "2026-07-06T09:00", null, null)));
        troupe.run(() -> ids.forEach(id -> promises.pause(clerk, id, PromiseKind.ANSWER, clock.instant(), "等客户寄样件")));
        clock.set("2026-07-09T14:00");
        troupe.run(() -> {
            promises.resume(clerk, ids.get(0), PromiseKind.ANSWER, clock.instant());
            promises.resume(clerk, ids.get(2), PromiseKind.ANSWER, clock.instant());
            // Tuesday and Wednesday stood still; Thursday and Friday count.
            assertThat(one(ids.get(0), PromiseKind.ANSWER).due().due()).isEqualTo(TestClock.at("2026-07-10T17:30"));
            var major = promises.make(clerk.id(), ids.get(0), promise(PromiseKind.ANSWER, "COMPLAINT", "2026-07-06T09:00"));
            assertThat(major.due().due()).as("the same rule changes nothing").isEqualTo(TestClock.at("2026-07-10T17:30"));
            assertThat(promises.of(ids.get(0))).filteredOn(p -> p.kind() == PromiseKind.ANSWER).hasSize(1);
            var returned = promises.make(clerk.id(), ids.get(0), promise(PromiseKind.ANSWER, "OTHER", "2026-07-06T09:00"));
            assertThat(returned.pauses()).extracting(p -> p.reason()).containsExactly("等客户寄样件");
            var still = promises.make(clerk.id(), ids.get(1), promise(PromiseKind.ANSWER, "VISIT", "2026-07-06T09:00"));
            assertThat(still.paused()).as("still waiting for the sample").isTrue();
            assertThat(still.due().due()).as("five working days after Monday, two of them given back so far").isEqualTo(TestClock.at("2026-07-15T17:30"));
            var sameDay = promises.make(clerk.id(), ids.get(2), promise(PromiseKind.ANSWER, "COMPLAINT_OCCASIONAL", "2026-07-06T09:00"));
            assertThat(sameDay.due().due()).as("the day of receipt and two more stood still").isEqualTo(TestClock.at("2026-07-09T17:30"));
            assertThat(sameDay.late(clock.instant())).isFalse();
        });
        clock.set("2026-07-10T18:00");
        troupe.run(() -> {
            promises.resume(clerk, ids.get(1), PromiseKind.ANSWER, clock.instant());
            assertThat(one(ids.get(1), PromiseKind.ANSWER).due().due()).as("Thursday and Friday too").isEqualTo(TestClock.at("2026-07-17T17:30"));
        });
    }
}
