package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.ComplaintTest.line;
import static org.huiyin.clause.ComplaintTest.told;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.Closure;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.FactView;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Phase;
import org.huiyin.complaint.Standing;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.EffectFilter;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Verdict;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Accounts;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.records.Attachments;
import org.huiyin.sheets.Names;
import org.huiyin.voice.Channel;
import org.huiyin.web.security.Member;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The effect of a complaint's measures: watched by shipments and repeats, signed by quality, failed by what comes back (001/5.2.2.5, 004/5.2c). */
@HuiyinTest
class ComplaintEffectTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Complaints complaints;
    @Autowired Casework casework;
    @Autowired Catalogue catalogue;
    @Autowired Facts facts;
    @Autowired Triage triage;
    @Autowired Effects effects;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired Actions actions;
    @Autowired ActionWork work;
    @Autowired Accounts accounts;
    @Autowired Attachments attachments;
    @Autowired Notifications notifications;
    @Autowired People people;
    @Autowired List<WorkSource> desks;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;

    private Cast.Troupe troupe;
    private Actor clerk;
    private Actor head;
    private Actor quality;

    @BeforeEach
    void company() {
        clock.set("2026-01-26T09:00");
        troupe = cast.company("P004");
        clerk = troupe.salesClerk();
        head = troupe.qualityHead();
        quality = troupe.quality();
    }

    private ComplaintId taken(String part, String lot, TriageClass found) {
        var id = complaints.take(clerk, told(null, FeedbackKind.COMPLAINT, java.time.LocalDateTime.ofInstant(clock.instant(), java.time.ZoneId.of("Asia/Shanghai")).toString(), clerk, "卡扣断裂", line(part, lot, "5", "断裂")));
        triage.assess(head, id, new NewTriage(found, "看过样件"), complaints.get(id).version());
        return id;
    }

    private void note(Actor by, ComplaintId id, Fact fact, String standard) {
        casework.note(by, id, fact, "换模后清除旧程序", standard, standard.isEmpty() ? "" : "B", complaints.get(id).version());
    }

    private void solved(Actor by, ComplaintId id) {
        note(by, id, Fact.CAUSE_FOUND, "");
        note(by, id, Fact.MEASURES_DONE, "");
    }

    private void accepted(ComplaintId id) {
        facts.note(clerk.id(), id, Fact.ANSWERED_FINAL, clock.instant(), Map.of());
        facts.note(clerk.id(), id, Fact.ACCEPTED, clock.instant(), Map.of());
    }

    /** One lot goes out on each of the days. */
    private void ship(String part, String... days) {
        catalogue.learn(quality, part, "", "件", "");
        for (String day : days) {
            transaction.execute(s -> sql.sql("""
                    insert into complaint.shipment (id, part_key, lot_key, shipped_on, quantity, unit, note, imported_by, imported_at)
                    values (?, ?, ?, ?, 100, '件', '', ?, ?)""")
                    .params(UUID.randomUUID(), Names.key(part), "l" + day, LocalDate.parse(day), quality.id().value(), Timestamp.from(clock.instant())).update());
        }
    }

    private void sign(Actor actor, EffectView effect, String origin, Verdict verdict, String reason) {
        effects.sign(new Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", actor, null, accounts.ofPerson(actor.id()).orElseThrow().id(), null, "zh-CN"), Cast.PASSWORD,
                effect.id(), origin, verdict, "按出货和投诉记录", reason);
    }

    private EffectView watch(ComplaintId id) {
        return casework.effects(id).getLast();
    }

    @Test
    @Clause({"001/5.2.2.5", "004/5.2c"})
    void the_measure_begins_the_watch_and_sales_cannot_judge_what_quality_can() {
        var id = troupe.in(() -> {
            var one = taken("KB-2071", "260112A", TriageClass.OCCASIONAL);
            assertThatThrownBy(() -> note(head, one, Fact.MEASURES_DONE, "")).isInstanceOf(BrokenRule.class).hasMessage("complaint.refused.noCause");
            solved(head, one);
            accepted(one);
            assertThat(watch(one)).satisfies(e -> {
                assertThat(e.days()).isEqualTo(30);
                assertThat(e.lots()).isEqualTo(3);
                assertThat(e.asked()).containsExactly("COMPLAINT");
            });
            ship("KB-2071", "2026-01-26", "2026-02-02", "2026-02-09");
            return one;
        });
        clock.set("2026-02-26T09:00");
        troupe.run(() -> {
            assertThat(effects.assess(watch(id)).exposure().lots()).as("what went out on the day of the measure may be older").isEqualTo(2);
            assertThatThrownBy(() -> sign(quality, watch(id), "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class);
            ship("KB-2071", "2026-02-24");
            assertThat(effects.assess(watch(id)).draft()).isEqualTo(Verdict.EFFECTIVE);
            assertThatThrownBy(() -> sign(troupe.salesHead(), watch(id), "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.role");
            assertThatThrownBy(() -> sign(head, watch(id), "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.doer");
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.WATCHED);
            sign(quality, watch(id), "COMPLAINT", Verdict.EFFECTIVE, "");
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.CLOSED);
            assertThat(facts.of(id).getLast().detail("effect")).isEqualTo(complaints.get(id).number());
        });
    }

    @Test
    @Clause({"004/5.2c", "004/5.3", "001/5.2.2.5"})
    void what_a_survey_answer_became_is_judged_by_quality_and_by_sales() {
        troupe.run(() -> {
            var id = complaints.take(clerk, new NewComplaint(null, null, FeedbackKind.COMPLAINT, Phase.AFTER, null, Channel.SURVEY, clock.instant(), clerk.id(), "质量 2 分", null,
                    null, false, List.of(line("KB-2071", "", "1", "断裂")), new SubjectRef("answer", UUID.randomUUID())));
            triage.assess(head, id, new NewTriage(TriageClass.OCCASIONAL, "一件"), complaints.get(id).version());
            solved(head, id);
            accepted(id);
            ship("KB-2071", "2026-01-27", "2026-01-28", "2026-01-29", "2026-01-30");
            clock.set("2026-03-02T09:00");
            assertThat(watch(id).asked()).containsExactlyInAnyOrder("COMPLAINT", "SURVEY");
            assertThatThrownBy(() -> sign(quality, watch(id), "SURVEY", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.verify.role");
            sign(quality, watch(id), "COMPLAINT", Verdict.EFFECTIVE, "");
            assertThat(complaints.get(id).standing()).as("the other one is missing").isEqualTo(Standing.WATCHED);
            sign(troupe.salesHead(), watch(id), "SURVEY", Verdict.EFFECTIVE, "");
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.CLOSED);
        });
    }

    @Test
    @Clause({"001/5.2.2.5", "004/5.2c"})
    void one_verdict_over_an_8d_is_a_fact_of_every_complaint_that_it_answers() {
        var cases = troupe.in(() -> {
            var first = taken("KB-2071", "260112A", TriageClass.MAJOR);
            var eightD = casework.eightDs(first).getFirst().id();
            until(eightD, EightDStep.D5);
            var second = taken("KB-2071", "260118B", TriageClass.OCCASIONAL);
            assertThat(facts.has(complaints.get(second), Fact.CAUSE_FOUND)).isFalse();
            eightDs.addSource(head, eightD, second.subject(), eightDs.get(eightD).version());
            assertThat(facts.has(complaints.get(second), Fact.CAUSE_FOUND)).as("found already").isTrue();
            assertThatThrownBy(() -> note(head, second, Fact.MEASURES_DONE, "")).isInstanceOf(BrokenRule.class).hasMessage("complaint.refused.inEightD");
            until(eightD, EightDStep.D7);
            accepted(first);
            accepted(second);
            assertThat(watch(second).id()).isEqualTo(watch(first).id());
            assertThat(watch(first).number()).isEqualTo(eightDs.get(eightD).number());
            return List.of(first, second);
        });
        clock.set("2026-03-02T09:00");
        troupe.run(() -> {
            ship("KB-2071", "2026-02-01", "2026-02-02", "2026-02-03");
            assertThatThrownBy(() -> sign(head, watch(cases.getFirst()), "COMPLAINT", Verdict.EFFECTIVE, "")).as("an owner of a measure").isInstanceOf(BrokenRule.class)
                    .hasMessage("improvement.verify.doer");
            sign(quality, watch(cases.getFirst()), "COMPLAINT", Verdict.NOT_EFFECTIVE, "驻厂说还有");
            cases.forEach(id -> {
                assertThat(complaints.get(id).standing()).isEqualTo(Standing.WORKING);
                assertThat(complaints.get(id).round()).isEqualTo(2);
                assertThat(complaints.get(id).dueAt()).isEqualTo(TestClock.at("2026-03-04T17:30"));
            });
            var eightD = casework.eightDs(cases.getFirst()).getFirst();
            assertThat(eightD.round()).as("opened once, not once for each complaint").isEqualTo(2);
            assertThat(eightD.standing()).isEqualTo(EightDStep.D4);
        });
    }

    /** Ends the steps before that one which are not ended, the measures carried out by the head of quality. */
    private void until(EightDId id, EightDStep last) {
        var texts = Map.of(EightDStep.D0, EightDStage.emergency(), EightDStep.D1, EightDStage.team(troupe.as("PROCESS").id()), EightDStep.D2, EightDStage.problem(),
                EightDStep.D3, EightDStage.containment(), EightDStep.D4, EightDStage.causes(), EightDStep.D5, EightDStage.measures(head.id(), LocalDate.of(2026, 4, 30)),
                EightDStep.D6, EightDStage.carried(), EightDStep.D7, EightDStage.prevention());
        for (EightDStep step : EightDStep.values()) {
            if (step.compareTo(last) < 0 && !eightDs.get(id).done(step)) {
                if (step == EightDStep.D6) {
                    var action = actions.about(eightDs.get(id).sources().getFirst()).getFirst().id();
                    steps.measures(eightDs.get(id)).values().forEach(m -> work.measureDone(head, action, m.id(), "见照片和 WI-07 B 版"));
                }
                EightDStage.done(steps, head, id, step, texts.get(step));
            }
        }
    }

    @Test
    @Clause("001/5.2.2.5")
    void a_repeat_fails_the_check_reopens_the_case_with_a_new_clock_and_keeps_the_first_closing() {
        var first = troupe.in(() -> {
            var id = taken("FP-330", "260112A", TriageClass.OCCASIONAL);
            solved(head, id);
            accepted(id);
            ship("FP-330", "2026-01-27", "2026-02-02", "2026-02-09");
            return id;
        });
        clock.set("2026-03-01T10:00");
        troupe.run(() -> sign(quality, watch(first), "COMPLAINT", Verdict.EFFECTIVE, ""));
        clock.set("2026-03-20T09:00");
        troupe.run(() -> {
            assertThat(complaints.get(first).closedAt()).isEqualTo(TestClock.at("2026-03-01T10:00"));
            var again = taken("FP-330", "260310B", TriageClass.OCCASIONAL);
            var watch = watch(first);
            assertThat(watch.verdict()).isEqualTo(Verdict.NOT_EFFECTIVE);
            assertThat(watch.failure()).satisfies(f -> assertThat(f.number()).isEqualTo(complaints.get(again).number()));
            assertThat(watch.given()).as("what was signed stays").singleElement().satisfies(g -> assertThat(g.verdict()).isEqualTo(Verdict.EFFECTIVE));
            var reopened = complaints.get(first);
            assertThat(reopened.standing()).isEqualTo(Standing.WORKING);
            assertThat(reopened.dueAt()).isEqualTo(TestClock.at("2026-03-24T17:30"));
            assertThat(facts.closures(first)).extracting(Closure::at).containsExactly(TestClock.at("2026-03-01T10:00"));
            solved(head, first);
            assertThat(watch(first).round()).isEqualTo(2);
            assertThat(effects.assess(watch(first)).draft()).as("the new round counts from its own measures").isNull();
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void a_repeat_fails_a_running_check_before_the_customer_has_accepted_and_later_than_the_profile_it_only_links() {
        var id = troupe.in(() -> {
            var one = taken("ZC-88", "260112A", TriageClass.OCCASIONAL);
            solved(head, one);
            facts.note(clerk.id(), one, Fact.ANSWERED_FINAL, clock.instant(), Map.of());
            return one;
        });
        clock.set("2026-02-10T09:00");
        troupe.run(() -> {
            taken("ZC-88", "260201C", TriageClass.OCCASIONAL);
            assertThat(complaints.get(id).standing()).isEqualTo(Standing.WORKING);
            assertThat(facts.of(id)).extracting(FactView::fact).endsWith(Fact.NOT_EFFECTIVE, Fact.REOPENED);
            solved(head, id);
            accepted(id);
            ship("ZC-88", "2026-02-11", "2026-02-12", "2026-02-13");
        });
        clock.set("2026-03-13T09:00");
        troupe.run(() -> sign(quality, watch(id), "COMPLAINT", Verdict.EFFECTIVE, ""));
        clock.set("2026-06-12T09:00");
        troupe.run(() -> {
            taken("ZC-88", "260601A", TriageClass.OCCASIONAL);
            assertThat(complaints.get(id).standing()).as("91 days after the closing: a new linked case").isEqualTo(Standing.CLOSED);
            assertThat(watch(id).failure()).isNull();
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void an_occasional_case_without_a_measure_may_be_not_assessable_with_a_reason() {
        troupe.run(() -> {
            var occasional = taken("KB-2071", "260112A", TriageClass.OCCASIONAL);
            accepted(occasional);
            assertThatThrownBy(() -> casework.unassessable(quality, occasional, " ", complaints.get(occasional).version())).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> casework.unassessable(troupe.as("PROCESS"), occasional, "停产", complaints.get(occasional).version())).isInstanceOf(BrokenRule.class)
                    .hasMessage("complaint.refused.notVerifier");
            casework.unassessable(quality, occasional, "只此一件，已停产", complaints.get(occasional).version());
            assertThat(complaints.get(occasional).standing()).isEqualTo(Standing.CLOSED);
            var major = taken("FP-330", "260112A", TriageClass.MAJOR);
            accepted(major);
            assertThatThrownBy(() -> casework.unassessable(quality, major, "停产", complaints.get(major).version())).isInstanceOf(BrokenRule.class)
                    .hasMessage("complaint.refused.noMeasure");
        });
    }

    @Test
    @Clause("001/3.4")
    void a_stubborn_problem_ends_only_with_the_work_standard_and_its_revision() {
        for (String day : List.of("2026-02-02T09:00", "2026-03-02T09:00")) {
            clock.set(day);
            troupe.run(() -> taken("ZC-88", "L" + day, TriageClass.OCCASIONAL));
        }
        clock.set("2026-04-01T09:00");
        troupe.run(() -> {
            var third = taken("ZC-88", "L3", TriageClass.OCCASIONAL);
            var process = troupe.as("PROCESS");
            assertThat(complaints.get(third).stubborn()).isTrue();
            assertThat(triage.leads(process, complaints.get(third))).isTrue();
            note(process, third, Fact.CAUSE_FOUND, "");
            assertThatThrownBy(() -> note(process, third, Fact.MEASURES_DONE, "")).isInstanceOf(InvalidInput.class);
            note(process, third, Fact.MEASURES_DONE, "WI-12");
            assertThat(facts.of(third).getLast().detail("revision")).isEqualTo("B");
        });
        var eightD = troupe.in(() -> {
            var first = taken("KB-2071", "A1", TriageClass.MAJOR);
            EightDView its = casework.eightDs(first).getFirst();
            until(its.id(), EightDStep.D7);
            accepted(first);
            eightDs.markStubborn(head, its.id(), "第三次");
            return its.id();
        });
        clock.set("2026-05-04T09:00");
        troupe.run(() -> {
            ship("KB-2071", "2026-04-02", "2026-04-03", "2026-04-07");
            var first = new ComplaintId(eightDs.get(eightD).sources().getFirst().id());
            transaction.execute(s -> sql.sql("update complaint.complaint set stubborn = true where id = ?").param(first.value()).update());
            assertThatThrownBy(() -> sign(quality, watch(first), "COMPLAINT", Verdict.EFFECTIVE, "")).isInstanceOf(BrokenRule.class).hasMessage("complaint.refused.noStandard");
            until(eightD, EightDStep.D8);
            sign(quality, watch(first), "COMPLAINT", Verdict.EFFECTIVE, "");
            assertThat(complaints.get(first).standing()).isEqualTo(Standing.CLOSED);
        });
    }

    private void classed(ComplaintId id, TriageClass found, String reason) {
        triage.assess(head, id, new NewTriage(found, reason), complaints.get(id).version());
    }

    private void evidence(ComplaintId id) {
        attachments.store(quality, id.subject(), "孔位.txt", new ByteArrayInputStream("客户自己钻的孔".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Clause({"001/5.2.2.2", "001/5.2.2.5"})
    void a_watch_ends_with_its_reason_when_the_complaint_is_not_ours_and_begins_again_when_it_is() {
        var id = troupe.in(() -> {
            var one = taken("KB-2071", "260112A", TriageClass.OCCASIONAL);
            solved(head, one);
            return one;
        });
        clock.set("2026-02-05T10:00");
        troupe.run(() -> {
            var first = watch(id);
            evidence(id);
            classed(id, TriageClass.NOT_OURS, "装配孔是客户自己钻的");
            assertThat(watch(id).id()).isEqualTo(first.id());
            assertThat(watch(id).running()).isFalse();
            assertThat(watch(id).verdict()).as("nobody judged").isNull();
            assertThat(watch(id).end()).satisfies(end -> {
                assertThat(end.reason()).isEqualTo(new Sentence("complaint.effect.end.notOurs", complaints.get(id).number(), "装配孔是客户自己钻的"));
                assertThat(end.by()).isEqualTo(head.id());
                assertThat(end.at()).isEqualTo(TestClock.at("2026-02-05T10:00"));
            });
            assertThat(effects.maySign(quality, first)).isNotEmpty();
            assertThat(effects.maySign(quality, watch(id))).isEmpty();
            assertThatThrownBy(() -> sign(quality, first, "COMPLAINT", Verdict.NOT_ASSESSABLE, "停产")).isInstanceOf(BrokenRule.class).hasMessage("improvement.effect.refused.ended");
            assertThat(effects.list(quality, new EffectFilter("", EffectFilter.Show.OPEN, 1, 50))).isEmpty();
            assertThat(effects.list(quality, new EffectFilter("", EffectFilter.Show.DECIDED, 1, 50))).hasSize(1);
            clock.set("2026-02-09T10:00");
            classed(id, TriageClass.OCCASIONAL, "量具有误，还是我方");
            assertThat(casework.effects(id)).hasSize(2);
            assertThat(casework.effects(id).getFirst().end()).isNotNull();
            assertThat(watch(id).running()).isTrue();
            assertThat(watch(id).round()).isEqualTo(2);
            assertThat(watch(id).since()).as("the measures have been in place all the time").isEqualTo(TestClock.at("2026-01-26T09:00"));
            classed(id, TriageClass.MAJOR, "不止一件");
            assertThat(casework.effects(id)).as("a class of ours leaves the watch alone").hasSize(2);
            casework.withdraw(head, id, "客户收回", complaints.get(id).version());
            assertThat(watch(id).end()).satisfies(end -> assertThat(end.reason().key()).isEqualTo("complaint.effect.end.withdrawn"));
        });
    }

    @Test
    @Clause({"001/5.2.2.2", "001/5.2.2.5"})
    void the_watch_over_an_8d_goes_on_while_one_of_its_complaints_is_ours() {
        troupe.run(() -> {
            var first = taken("KB-2071", "260112A", TriageClass.MAJOR);
            var eightD = casework.eightDs(first).getFirst().id();
            var second = taken("KB-2071", "260118B", TriageClass.OCCASIONAL);
            eightDs.addSource(head, eightD, second.subject(), eightDs.get(eightD).version());
            until(eightD, EightDStep.D7);
            assertThat(watch(first).running()).isTrue();
            evidence(first);
            evidence(second);
            classed(first, TriageClass.NOT_OURS, "他们的孔");
            assertThat(watch(first).running()).as("the other one is still ours").isTrue();
            classed(second, TriageClass.NOT_OURS, "也是他们的孔");
            assertThat(watch(first).end()).satisfies(end -> assertThat(end.reason().args()).contains("也是他们的孔"));
            clock.set("2026-02-20T09:00");
            classed(first, TriageClass.RECURRENT, "复测后是我方");
            assertThat(watch(first).running()).isTrue();
            assertThat(watch(first).since()).isEqualTo(TestClock.at("2026-01-26T09:00"));
        });
    }

    @Test
    @Clause("001/3.4")
    void a_stubborn_complaint_makes_the_8d_that_answers_it_stubborn_and_the_unit_of_the_profile_leads() {
        var eightD = troupe.in(() -> casework.eightDs(taken("LG-77", "A1", TriageClass.MAJOR)).getFirst());
        assertThat(eightD.leader()).isEqualTo(head.id());
        for (String day : List.of("2026-02-02T09:00", "2026-03-02T09:00")) {
            clock.set(day);
            troupe.run(() -> taken("ZC-88", "L" + day, TriageClass.OCCASIONAL));
        }
        clock.set("2026-04-01T09:00");
        var process = troupe.as("PROCESS");
        troupe.run(() -> {
            var third = taken("ZC-88", "L3", TriageClass.OCCASIONAL);
            assertThat(complaints.get(third).stubborn()).isTrue();
            int before = notifications.unread(process.id());
            eightDs.addSource(head, eightD.id(), third.subject(), eightDs.get(eightD.id()).version());
            assertThat(eightDs.get(eightD.id())).satisfies(e -> {
                assertThat(e.stubborn()).isTrue();
                assertThat(e.leader()).as("the only one of the unit").isEqualTo(process.id());
            });
            assertThat(notifications.unread(process.id())).isGreaterThan(before);
            assertThat(desk(process)).contains(eightD.number());
            eightDs.addSource(head, eightD.id(), taken("ZC-88", "L4", TriageClass.OCCASIONAL).subject(), eightDs.get(eightD.id()).version());
            assertThat(eightDs.get(eightD.id()).leader()).as("whoever of the unit leads stays").isEqualTo(process.id());
        });
        troupe.run(() -> {
            var second = people.actor(troupe.another("PROCESS", "另一位工艺")).orElseThrow();
            var whose = casework.eightDs(taken("ZC-88", "L5", TriageClass.MAJOR)).getFirst();
            assertThat(whose.leader()).as("two could; nobody is chosen for them").isNull();
            assertThat(desk(process)).contains(whose.number());
            assertThat(desk(second)).contains(whose.number());
            eightDs.lead(second, whose.id(), second.id(), eightDs.get(whose.id()).version());
            assertThat(desk(process)).doesNotContain(whose.number());
        });
    }

    private List<String> desk(Actor actor) {
        return desks.stream().flatMap(source -> source.workFor(actor).stream()).map(WorkItem::number).toList();
    }
}
