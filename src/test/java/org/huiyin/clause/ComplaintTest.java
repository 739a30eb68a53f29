package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.Complainant;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.Repeats;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.records.Attachments;
import org.huiyin.voice.Channel;
import org.huiyin.voice.CustomerDate;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A complaint is taken in, handed to sales and quality, classed, answered and stays closed (001/5.2; 004/4.1–5.2). */
@HuiyinTest
class ComplaintTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Facts facts;
    @Autowired Triage triage;
    @Autowired Repeats repeats;
    @Autowired Catalogue catalogue;
    @Autowired Customers customers;
    @Autowired Voices voices;
    @Autowired Promises promises;
    @Autowired Casework casework;
    @Autowired Notifications notifications;
    @Autowired Attachments attachments;

    static NewComplaint told(@Nullable CustomerId customer, FeedbackKind kind, String received, Actor by, String text, NewLine... lines) {
        return new NewComplaint(customer, null, kind, Phase.AFTER, null, Channel.PHONE, TestClock.at(received), by.id(), text, null, null, false, List.of(lines), null);
    }

    static NewLine line(String part, String lot, String quantity, String defect) {
        return NewLine.of(part, lot, new BigDecimal(quantity), "件", defect);
    }

    @Test
    @Clause("001/5.2.1.1")
    void one_entry_is_the_report_and_the_line_of_the_register() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        clock.set("2026-04-29T15:22");
        troupe.run(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜车载音响"));
            var id = complaints.take(clerk, new NewComplaint(customer, new Complainant("高屹", "", "13800000000", "gao@example.com"), FeedbackKind.COMPLAINT, Phase.AFTER,
                    "OEM", Channel.WECHAT, TestClock.at("2026-04-29T15:20"), clerk.id(), "旋钮支架卡扣断裂，3 批都有", "CY-SQE-26-0418",
                    null, false, List.of(line("KB-2071", "260312A", "36", "卡扣断裂"), line("KB-2071", "260318B", "12", "卡扣断裂"), line("KB-2074", "260318A", "5", "卡扣发白")), null));
            var taken = complaints.get(id);
            assertThat(taken.number()).isEqualTo("KS-2026-0001");
            assertThat(taken.salesOwner()).isEqualTo(clerk.id());
            assertThat(taken.lines()).hasSize(3);
            assertThat(taken.standing()).isEqualTo(Standing.RECEIVED);
            assertThat(taken.dueAt()).isEqualTo(TestClock.at("2026-05-06T17:30"));
            assertThat(taken.clause()).isEqualTo("5.2.1.1");
            assertThat(complaints.list(clerk, ComplaintFilter.all())).singleElement().satisfies(row -> assertThat(row.complaint().lines()).hasSize(3));
            assertThat(voices.about(id.subject())).hasSize(1);
            assertThat(notifications.unread(quality.id())).isEqualTo(1);
            for (String q : List.of("CY-SQE-26-0418", "sqe260418", "断", "卡扣", "260318b", "晨曜", "ks-2026-0001", "高屹", "kb2074 发白")) {
                assertThat(complaints.list(clerk, ComplaintFilter.all().words(q))).as(q).hasSize(1);
            }
            assertThat(complaints.list(clerk, ComplaintFilter.all().words("没有这句话"))).isEmpty();
            assertThat(complaints.count(clerk, ComplaintFilter.all().about("kb2071", null))).isEqualTo(1);
            assertThat(complaints.count(clerk, ComplaintFilter.all().about("kb2071", "卡扣发白"))).isZero();
        });
    }

    @Test
    @Clause("001/5.2.1.2")
    void whoever_hears_it_sales_owns_it_and_the_first_receiver_is_kept() {
        var troupe = cast.company("P001");
        var warehouse = troupe.as("WAREHOUSE");
        var head = troupe.salesHead();
        var auditor = troupe.auditor();
        clock.set("2026-04-29T15:22");
        troupe.run(() -> {
            var id = complaints.take(warehouse, told(null, FeedbackKind.COMPLAINT, "2026-04-29T15:20", warehouse, "司机说又断了"));
            var taken = complaints.get(id);
            assertThat(taken.receivedBy()).isEqualTo(warehouse.id());
            assertThat(taken.salesOwner()).isEqualTo(head.id());
            assertThat(notifications.unread(head.id())).isEqualTo(1);
            assertThat(complaints.get(warehouse, id).number()).isEqualTo(taken.number());
            assertThatThrownBy(() -> complaints.take(auditor, told(null, FeedbackKind.COMPLAINT, "2026-04-29T15:20", auditor, "x"))).isInstanceOf(BrokenRule.class);
        });
    }

    @Test
    @Clause("001/5.2.1.3")
    void quality_assesses_and_later_assessments_stand_beside_the_first() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        var production = troupe.as("PRODUCTION_HEAD");
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "面板划伤"));
            var seen = new NewAssessment(NewAssessment.Confirmed.PARTLY, NewAssessment.Severity.MINOR, "", "照片看得到一道", NewAssessment.Sample.ASKED);
            assertThatThrownBy(() -> triage.confirm(production, id, seen, 1)).isInstanceOf(BrokenRule.class);
            triage.confirm(quality, id, seen, complaints.get(id).version());
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.ASSESSED);
            assertThatThrownBy(() -> triage.confirm(quality, id, seen, 1)).isInstanceOf(StaleRecord.class);
            triage.confirm(quality, id, new NewAssessment(NewAssessment.Confirmed.YES, NewAssessment.Severity.MAJOR, "", "样件也有", NewAssessment.Sample.RECEIVED),
                    complaints.get(id).version());
            assertThat(triage.assessments(id)).hasSize(2);
            assertThatThrownBy(() -> triage.confirm(quality, id, new NewAssessment(NewAssessment.Confirmed.YES, NewAssessment.Severity.CRITICAL, " ", "冒烟",
                    NewAssessment.Sample.NONE), complaints.get(id).version())).isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    @Clause("001/5.2.2.2")
    void not_ours_needs_its_evidence_and_still_waits_for_the_customer() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.qualityHead();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "装不上"));
            var notOurs = new NewTriage(TriageClass.NOT_OURS, "装配孔是客户自己钻的");
            assertThatThrownBy(() -> triage.assess(quality, id, notOurs, complaints.get(id).version())).isInstanceOf(BrokenRule.class).hasMessageContaining("noEvidence");
            attachments.store(quality, id.subject(), "照片.txt", new ByteArrayInputStream("孔位测量记录".getBytes(StandardCharsets.UTF_8)));
            triage.assess(quality, id, notOurs, complaints.get(id).version());
            assertThat(complaints.get(id).triage()).isEqualTo(TriageClass.NOT_OURS);
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.WORKING);
            facts.note(clerk.id(), id, Fact.ANSWERED_FINAL, clock.instant(), java.util.Map.of());
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.ANSWERED);
            facts.note(clerk.id(), id, Fact.ACCEPTED, clock.instant(), java.util.Map.of());
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.CLOSED);
        });
    }

    @Test
    @Clause("001/5.2.2.3")
    void occasional_is_due_the_same_day_and_a_late_triage_is_counted_apart() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.qualityHead();
        clock.set("2026-03-17T10:15");
        var early = troupe.in(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-17T10:15", clerk, "外观有污点")));
        var later = troupe.in(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-17T10:15", clerk, "外箱破了一角")));
        troupe.run(() -> {
            triage.assess(quality, early, new NewTriage(TriageClass.OCCASIONAL, "只此一件"), complaints.get(early).version());
            assertThat(complaints.get(early).dueAt()).isEqualTo(TestClock.at("2026-03-17T17:30"));
            assertThat(triage.triages(early)).singleElement().satisfies(t -> assertThat(t.late()).isFalse());
        });
        clock.set("2026-03-18T11:00");
        troupe.run(() -> {
            triage.assess(quality, later, new NewTriage(TriageClass.OCCASIONAL, "只此一箱"), complaints.get(later).version());
            assertThat(complaints.get(later).dueAt()).isEqualTo(TestClock.at("2026-03-18T17:30"));
            assertThat(triage.triages(later)).singleElement().satisfies(t -> assertThat(t.late()).isTrue());
            triage.assess(quality, later, new NewTriage(TriageClass.MAJOR, "抽查又有两箱"), complaints.get(later).version());
            assertThat(triage.triages(later)).hasSize(2);
            assertThat(complaints.get(later).dueAt()).isEqualTo(TestClock.at("2026-03-19T17:30"));
        });
    }

    @Test
    @Clause("001/5.2.2.4")
    void only_who_the_profile_names_decides_the_class() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var sales = troupe.salesHead();
        clock.set("2026-03-17T10:15");
        troupe.run(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-17T10:15", clerk, "整批色差"));
            var major = new NewTriage(TriageClass.MAJOR, "整批");
            assertThatThrownBy(() -> triage.assess(clerk, id, major, 1)).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> triage.assess(sales, id, major, 1)).isInstanceOf(BrokenRule.class).hasMessageContaining("notDecider");
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void the_customers_date_wins_in_both_directions_also_over_the_class() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.qualityHead();
        clock.set("2026-02-13T10:00");
        troupe.run(() -> {
            var plain = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-02-13T10:00", clerk, "少了两箱"));
            assertThat(complaints.get(plain).dueAt()).isEqualTo(TestClock.at("2026-02-24T17:30"));
            var wished = complaints.take(clerk, new NewComplaint(null, new Complainant("路人", "", "010-1", ""), FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.PHONE,
                    TestClock.at("2026-02-13T10:00"), clerk.id(), "月底前回", null, new CustomerDate(LocalDate.of(2026, 2, 27), null), false, List.of(), null));
            assertThat(complaints.get(wished).dueAt()).isEqualTo(TestClock.at("2026-02-27T17:30"));
            triage.assess(quality, wished, new NewTriage(TriageClass.OCCASIONAL, "一件"), complaints.get(wished).version());
            assertThat(complaints.get(wished).dueAt()).isEqualTo(TestClock.at("2026-02-27T17:30"));
        });
    }

    @Test
    @Clause("004/4.1")
    void an_end_user_who_is_no_customer_is_heard_with_a_phone_number_only() {
        var troupe = cast.company("P004");
        var quality = troupe.quality();
        clock.set("2026-03-17T10:15");
        troupe.run(() -> {
            var id = complaints.take(quality, new NewComplaint(null, new Complainant("", "", "139 0000 0001", ""), FeedbackKind.COMPLAINT, Phase.DURING, "AFTERMARKET",
                    Channel.PHONE, TestClock.at("2026-03-17T10:00"), quality.id(), "行驶中异响", null, null, false,
                    List.of(new NewLine("ZC-88", "", "", "", null, "", "异响", "高速 100 公里", 32000, "LSVAM4187C2184847")), null));
            assertThat(complaints.get(id).who()).isEqualTo("139 0000 0001");
            assertThat(complaints.list(quality, ComplaintFilter.all().words("LSVAM4187C2184847"))).hasSize(1);
            assertThatThrownBy(() -> complaints.take(quality, told(null, FeedbackKind.COMPLAINT, "2026-03-17T10:00", quality, "x",
                    new NewLine("", "", "", "", null, "", "", "", null, "LSVAM4187C218484O")))).isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    @Clause("001/5.2.2.6")
    void what_was_withdrawn_is_waited_for_no_more_and_late_stays_late() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var early = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "标签印错"));
            var late = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-16T09:00", clerk, "少装两件"));
            clock.set("2026-03-17T10:00");
            casework.withdraw(clerk, early, "客户看错了", complaints.get(early).version());
            clock.set("2026-03-23T10:00");
            casework.withdraw(clerk, late, "客户自己找到了", complaints.get(late).version());
            clock.set("2026-05-04T10:00");
            assertThat(voices.list(clerk, VoiceFilter.all().in(VoiceState.OVERDUE))).isEmpty();
            assertThat(voices.list(clerk, VoiceFilter.all().in(VoiceState.LIFTED))).extracting(v -> v.text()).containsExactly("标签印错");
            assertThat(voices.list(clerk, VoiceFilter.all().in(VoiceState.ANSWERED_LATE))).extracting(v -> v.text()).containsExactly("少装两件");
            var promise = complaints.promises(complaints.get(late)).stream().filter(p -> p.kind() == PromiseKind.ANSWER).findFirst().orElseThrow();
            assertThat(promise.keptAt()).isEqualTo(TestClock.at("2026-03-23T10:00"));
            var rates = promises.rates(clerk, java.time.LocalDate.parse("2026-03-01"), java.time.LocalDate.parse("2026-03-31")).byKind().get(PromiseKind.ANSWER);
            assertThat(rates.answeredLate()).isEqualTo(1);
            assertThat(rates.inTime() + rates.openLate()).isZero();
            casework.reopen(clerk, early, "又出现了", complaints.get(early).version());
            assertThat(voices.list(clerk, VoiceFilter.all().in(VoiceState.OPEN))).extracting(v -> v.text()).containsExactly("标签印错");
        });
    }

    @Test
    @Clause("004/4.2")
    void a_suggestion_needs_no_class_but_has_its_answer_clock() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.qualityHead();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.SUGGESTION, "2026-03-16T09:00", clerk, "箱子上加提手"));
            assertThat(complaints.get(id).dueAt()).isEqualTo(TestClock.at("2026-03-23T17:30"));
            assertThatThrownBy(() -> triage.assess(quality, id, new NewTriage(TriageClass.MAJOR, "x"), 1)).isInstanceOf(BrokenRule.class).hasMessageContaining("noTriage");
            facts.note(clerk.id(), id, Fact.ANSWERED_FINAL, clock.instant(), java.util.Map.of());
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.CLOSED);
            var returned = complaints.take(clerk, told(null, FeedbackKind.RETURN, "2026-03-16T09:00", clerk, "退 200 件", line("FP-330", "260301A", "200", "划伤")));
            assertThat(complaints.get(returned).dueAt()).isEqualTo(TestClock.at("2026-03-18T17:30"));
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void a_repeat_is_linked_reopens_the_effect_and_keeps_the_first_closing() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.qualityHead();
        clock.set("2026-02-24T09:00");
        var first = troupe.in(() -> {
            var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-02-24T09:00", clerk, "面板划伤", line("FP-330", "260201A", "5", "划伤")));
            triage.assess(quality, id, new NewTriage(TriageClass.MAJOR, "整箱"), complaints.get(id).version());
            facts.note(clerk.id(), id, Fact.ANSWERED_FINAL, clock.instant(), java.util.Map.of());
            facts.note(clerk.id(), id, Fact.ACCEPTED, clock.instant(), java.util.Map.of());
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.WATCHED);
            return id;
        });
        clock.set("2026-03-01T10:00");
        troupe.run(() -> {
            facts.note(quality.id(), first, Fact.EFFECTIVE, clock.instant(), java.util.Map.of());
            assertThat(complaints.get(first).standing()).isEqualTo(Standing.CLOSED);
        });
        clock.set("2026-03-20T09:00");
        troupe.run(() -> {
            var before = repeats.like(null, "", List.of(line("fp330", "260310B", "3", "划伤")), clock.instant(), null);
            assertThat(before).singleElement().satisfies(a -> assertThat(a.reopens()).isTrue());
            var again = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-03-20T09:00", clerk, "又划伤", line("FP-330", "260310B", "3", "划伤")));
            assertThat(complaints.get(again).number()).isEqualTo("KS-2026-0002");
            var reopened = complaints.get(first);
            assertThat(reopened.standing()).isEqualTo(Standing.WORKING);
            assertThat(reopened.round()).isEqualTo(2);
            assertThat(reopened.closedAt()).isNull();
            assertThat(reopened.dueAt()).isEqualTo(TestClock.at("2026-03-24T17:30"));
            assertThat(facts.closures(first)).singleElement().satisfies(c -> assertThat(c.at()).isEqualTo(TestClock.at("2026-03-01T10:00")));
            assertThat(facts.of(first)).extracting(f -> f.fact()).endsWith(Fact.NOT_EFFECTIVE, Fact.REOPENED);
            assertThat(repeats.of(again)).singleElement().satisfies(r -> assertThat(r.other().id()).isEqualTo(first));
        });
        clock.set("2026-07-30T09:00");
        troupe.run(() -> {
            facts.note(clerk.id(), first, Fact.ANSWERED_FINAL, TestClock.at("2026-03-25T09:00"), java.util.Map.of());
            facts.note(clerk.id(), first, Fact.ACCEPTED, TestClock.at("2026-03-25T10:00"), java.util.Map.of());
            facts.note(quality.id(), first, Fact.EFFECTIVE, TestClock.at("2026-04-25T10:00"), java.util.Map.of());
            assertThat(facts.closures(first)).hasSize(2);
        });
    }

    @Test
    @Clause("001/3.4")
    void what_comes_back_three_times_in_six_months_changes_hands() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var process = troupe.as("PROCESS");
        var stubborn = new java.util.ArrayList<ComplaintId>();
        for (String day : List.of("2026-03-02T09:00", "2026-05-12T09:00", "2026-08-20T09:00")) {
            clock.set(day);
            stubborn.add(troupe.in(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, day, clerk, "异响", line("ZC-88", "L" + day, "1", "异响")))));
        }
        troupe.run(() -> {
            assertThat(stubborn).extracting(id -> complaints.get(id).stubborn()).containsExactly(false, false, true);
            assertThat(notifications.unread(process.id())).isEqualTo(1);
            assertThat(triage.leads(process, complaints.get(stubborn.getLast()))).isTrue();
            assertThat(triage.leads(process, complaints.get(stubborn.getFirst()))).isFalse();
        });
    }

    @Test
    @Clause("001/5.2.1.1")
    void what_cannot_be_is_refused_with_a_sentence_and_what_may_be_is_kept() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var quality = troupe.quality();
        clock.set("2026-05-06T09:05");
        troupe.run(() -> {
            assertThatThrownBy(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-05-07T09:00", clerk, "x"))).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-05-06T09:00", clerk, "x",
                    NewLine.of("FP-330", "1", BigDecimal.ONE, "件", ""), NewLine.of("fp330", "2", BigDecimal.TEN, "箱", ""))))
                    .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.problems()).containsOnlyKeys("lines[1].unit"));
            catalogue.learn(quality, "FP-330", "面板", "件", "260421B");
            catalogue.learn(quality, "FP-330", "面板", "件", "260421A");
            catalogue.learn(quality, "KB-2071", "旋钮支架", "件", "260318B");
            assertThat(catalogue.doubt(line("FP-330", "260421A", "5", "")).isPresent()).isFalse();
            assertThat(catalogue.doubt(line("FP-330", "260241B", "5", "")).orElseThrow().args()).containsExactly("260241B", "260421B");
            assertThat(catalogue.doubt(line("FP-330", "260318B", "5", "")).orElseThrow().args()).contains("260318B", "KB-2071");
            assertThat(catalogue.doubt(line("XX-1", "260241B", "5", "")).isPresent()).isFalse();
            var kept = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-05-06T09:05", clerk, "划伤", line("FP-330", "260241B", "5", "")));
            assertThat(complaints.get(kept).lines()).singleElement().satisfies(l -> {
                assertThat(l.lotDoubtful()).isTrue();
                assertThat(l.partName()).isEqualTo("面板");
            });
        });
    }

    @Test
    void safety_reaches_the_top_at_once_and_stands_first() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        var head = troupe.salesHead();
        var top = troupe.generalManager();
        clock.set("2026-05-06T09:05");
        troupe.run(() -> {
            var grave = complaints.take(clerk, new NewComplaint(null, null, FeedbackKind.COMPLAINT, Phase.DURING, null, Channel.PHONE, clock.instant(), clerk.id(),
                    "线束冒烟", null, null, true, List.of(), null));
            for (int i = 0; i < 3; i++) {
                complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, "2026-05-06T09:05", clerk, "划伤 " + i));
            }
            assertThat(notifications.unread(top.id())).isEqualTo(1);
            assertThat(complaints.list(head, ComplaintFilter.all()).getFirst().complaint().id()).isEqualTo(grave);
            assertThat(complaints.list(head, ComplaintFilter.all().onPage(1, 2))).hasSize(2);
            assertThat(complaints.list(head, ComplaintFilter.all().onPage(2, 2))).hasSize(2).noneMatch(r -> r.complaint().id().equals(grave));
        });
    }

    @Test
    void a_form_sent_twice_and_a_source_told_twice_are_one_complaint_and_no_company_sees_another() {
        var troupe = cast.company("P001");
        var clerk = troupe.salesClerk();
        clock.set("2026-05-06T09:05");
        var wanted = UUID.randomUUID();
        var number = troupe.in(() -> {
            var told = told(null, FeedbackKind.COMPLAINT, "2026-05-06T09:05", clerk, "划伤");
            assertThat(complaints.take(clerk, wanted, told)).isEqualTo(complaints.take(clerk, wanted, told));
            var source = new SubjectRef("answer", UUID.randomUUID());
            var from = new NewComplaint(null, null, FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.SURVEY, clock.instant(), clerk.id(), "质量 2 分", null, null, false,
                    List.of(), source);
            assertThat(complaints.take(clerk, from)).isEqualTo(complaints.take(clerk, from));
            assertThat(complaints.from(source)).isPresent();
            return complaints.get(new ComplaintId(wanted)).number();
        });
        var stranger = cast.company("P001");
        var alien = stranger.salesHead();
        stranger.run(() -> {
            assertThat(complaints.list(alien, ComplaintFilter.all())).isEmpty();
            assertThatThrownBy(() -> complaints.byNumber(alien, number)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> complaints.get(new ComplaintId(wanted))).isInstanceOf(NotFound.class);
            assertThat(complaints.list(alien, ComplaintFilter.all().words("划伤"))).isEmpty();
        });
    }
}
