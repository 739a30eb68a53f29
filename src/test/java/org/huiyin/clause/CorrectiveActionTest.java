package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.Later;
import org.huiyin.TestClock;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionStep;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Agenda;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.NewAction;
import org.huiyin.improvement.Plans;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.Voices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a corrective action, from the proposal to the closing. */
@HuiyinTest
class CorrectiveActionTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Later later;
    @Autowired Actions actions;
    @Autowired ActionWork work;
    @Autowired Agenda agenda;
    @Autowired Plans plans;
    @Autowired Customers customers;
    @Autowired Procedures procedures;
    @Autowired Notifications notifications;
    @Autowired Voices voices;
    @Autowired List<WorkSource> sources;

    private ActionId propose(Actor by, Actor owner, CustomerId customer, Set<ActionOrigin> origins, SubjectRef source) {
        var profile = procedures.inForce();
        return actions.propose(by, new NewAction(origins, customer, source, new org.huiyin.kernel.Sentence("web.verbatim", "包装松散"), List.of("包装"), null,
                owner.id(), LocalDate.of(2026, 4, 15), profile.id(), "5.4.6.1"));
    }

    private void analyse(Actor owner, ActionId id) {
        UUID parent = null;
        for (int level = 1; level <= 5; level++) {
            parent = work.addCause(owner, id, parent, "因为 " + level);
        }
        work.analysed(owner, id, "作业指导书没有写捆扎");
    }

    private void carryOut(Actor owner, ActionId id) {
        var measure = work.addMeasure(owner, id, MeasureKind.CORRECTIVE, "改作业指导书", owner.id(), LocalDate.of(2026, 4, 10));
        work.measureDone(owner, id, measure, "见 WI-07 B 版");
    }

    private List<WorkItem> workOf(Actor actor) {
        return sources.stream().flatMap(s -> s.workFor(actor).stream()).toList();
    }

    @Test
    @Clause({"001/5.4.6.1", "001/5.4.6.2", "001/5.4.6.3"})
    void from_the_proposal_to_the_closing_with_the_customer_told() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        var clerk = troupe.salesClerk();
        var owner = troupe.departmentHead();
        var quality = troupe.quality();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var customer = customers.create(clerk, CustomerDetails.named("晨曜音响"));
            var answer = new SubjectRef("answer", UUID.randomUUID());
            var now = clock.instant();
            var voice = voices.hear(new NewVoice("SURVEY_COMMENT", customer, null, "包装松", answer, now, null, "SURVEY", voices.promise("SURVEY_COMMENT", now, null), ""));
            var id = propose(sales, owner, customer, Set.of(ActionOrigin.SURVEY), answer);
            assertThat(actions.get(id).number()).isEqualTo("CP-2026-0001");
            assertThat(notifications.unread(owner.id())).isEqualTo(1);
            assertThat(workOf(owner)).extracting(WorkItem::number).contains("CP-2026-0001");
            work.accept(owner, id, owner.id());
            assertThatThrownBy(() -> work.analysed(owner, id, "不知道")).isInstanceOf(BrokenRule.class);
            analyse(owner, id);
            carryOut(owner, id);
            assertThat(actions.get(id).state()).isEqualTo(ActionState.VERIFYING);
            assertThat(workOf(quality)).extracting(WorkItem::number).contains("CP-2026-0001");
            assertThatThrownBy(() -> work.verify(sales, id, "SURVEY", Verdict.EFFECTIVE, "三批", "无", "", null)).isInstanceOf(BrokenRule.class);
            work.verify(quality, id, "SURVEY", Verdict.EFFECTIVE, "三批没有再发生", "三批都好", "", null);
            assertThat(actions.get(id).state()).isEqualTo(ActionState.TELLING);
            assertThatThrownBy(() -> work.close(sales, id, "")).isInstanceOf(BrokenRule.class).hasMessage("improvement.refused.notTold");
            assertThat(workOf(clerk)).anyMatch(i -> "CP-2026-0001".equals(i.number()) && i.customerWaits());
            work.told(clerk, id, "PHONE", "高屹", "包装改成了捆扎", Reaction.ACCEPTED, clock.instant());
            assertThat(voices.get(voice).open()).isFalse();
            work.close(sales, id, "");
            assertThat(actions.get(id).state()).isEqualTo(ActionState.CLOSED);
            assertThat(actions.steps(id)).extracting(ActionStep::kind).containsExactly(ActionStep.Kind.PROPOSED, ActionStep.Kind.ACCEPTED,
                    ActionStep.Kind.CAUSE_FOUND, ActionStep.Kind.VERIFIED, ActionStep.Kind.TOLD, ActionStep.Kind.CLOSED);
        });
    }

    @Test
    @Clause({"004/5.2", "004/5.13"})
    void complaints_are_verified_by_quality_surveys_by_sales_both_by_both_and_never_by_the_doer() {
        var troupe = cast.company("P004");
        var sales = troupe.salesHead();
        var owner = troupe.departmentHead();
        var quality = troupe.quality();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var complaint = ready(sales, owner, Set.of(ActionOrigin.COMPLAINT));
            assertThatThrownBy(() -> work.verify(sales, complaint, "COMPLAINT", Verdict.EFFECTIVE, "a", "b", "", null)).isInstanceOf(BrokenRule.class);
            work.verify(quality, complaint, "COMPLAINT", Verdict.EFFECTIVE, "a", "b", "", null);
            assertThat(actions.get(complaint).state()).isEqualTo(ActionState.READY);
            var survey = ready(sales, owner, Set.of(ActionOrigin.SURVEY));
            assertThatThrownBy(() -> work.verify(quality, survey, "SURVEY", Verdict.EFFECTIVE, "a", "b", "", null)).isInstanceOf(BrokenRule.class);
            work.verify(sales, survey, "SURVEY", Verdict.EFFECTIVE, "a", "b", "", null);
            assertThat(actions.get(survey).state()).isEqualTo(ActionState.READY);
            var both = ready(sales, owner, Set.of(ActionOrigin.SURVEY, ActionOrigin.COMPLAINT));
            work.verify(sales, both, "SURVEY", Verdict.EFFECTIVE, "a", "b", "", null);
            assertThat(actions.get(both).state()).isEqualTo(ActionState.VERIFYING);
            work.verify(quality, both, "COMPLAINT", Verdict.EFFECTIVE, "a", "b", "", null);
            assertThat(actions.get(both).state()).isEqualTo(ActionState.READY);
            var own = ready(sales, quality, Set.of(ActionOrigin.COMPLAINT));
            assertThatThrownBy(() -> work.verify(quality, own, "COMPLAINT", Verdict.EFFECTIVE, "a", "b", "", null)).isInstanceOf(BrokenRule.class)
                    .hasMessage("improvement.verify.doer");
        });
    }

    private ActionId ready(Actor sales, Actor owner, Set<ActionOrigin> origins) {
        var id = propose(sales, owner, null, origins, new SubjectRef("manual", UUID.randomUUID()));
        work.accept(owner, id, owner.id());
        analyse(owner, id);
        carryOut(owner, id);
        return id;
    }

    @Test
    @Clause("001/5.2.2.5")
    void what_did_not_work_begins_again_and_keeps_everything() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        var owner = troupe.departmentHead();
        var quality = troupe.quality();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var id = ready(sales, owner, Set.of(ActionOrigin.SURVEY));
            assertThatThrownBy(() -> work.verify(quality, id, "SURVEY", Verdict.NOT_ASSESSABLE, "a", "b", "", null)).isInstanceOf(InvalidInput.class);
            work.verify(quality, id, "SURVEY", Verdict.NOT_ASSESSABLE, "三批", "还没出货", "", LocalDate.of(2026, 4, 1));
            assertThat(actions.get(id).state()).isEqualTo(ActionState.VERIFYING);
            work.verify(quality, id, "SURVEY", Verdict.NOT_EFFECTIVE, "三批", "又松了", "", null);
            var again = actions.get(id);
            assertThat(again.state()).isEqualTo(ActionState.ANALYSING);
            assertThat(again.cycle()).isEqualTo(2);
            assertThat(actions.measures(id)).hasSize(1);
            assertThat(actions.causes(id)).hasSize(5);
            analyse(owner, id);
            carryOut(owner, id);
            work.verify(quality, id, "SURVEY", Verdict.EFFECTIVE, "三批", "好了", "", null);
            work.close(sales, id, "");
            work.reopen(sales, id, "客户又反映");
            assertThat(actions.get(id).cycle()).isEqualTo(3);
            assertThat(actions.steps(id)).filteredOn(s -> s.kind() == ActionStep.Kind.CLOSED).hasSize(1);
        });
    }

    @Test
    @Clause("001/5.4.6.1")
    void a_late_action_climbs_each_level_once_and_a_new_date_keeps_the_first() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        var owner = troupe.departmentHead();
        var top = troupe.generalManager();
        clock.set("2026-03-16T09:00");
        var id = troupe.in(() -> propose(sales, owner, null, Set.of(ActionOrigin.SURVEY), new SubjectRef("manual", UUID.randomUUID())));
        troupe.run(() -> work.accept(owner, id, owner.id()));
        clock.set("2026-04-16T09:00");
        later.runRoutine(troupe.id(), "improvement.escalate");
        later.runRoutine(troupe.id(), "improvement.escalate");
        troupe.run(() -> {
            assertThat(actions.escalations(id)).singleElement().satisfies(e -> assertThat(e.level()).isEqualTo(1));
            assertThat(notifications.unread(top.id())).isZero();
        });
        clock.set("2026-04-24T09:00");
        later.runRoutine(troupe.id(), "improvement.escalate");
        later.runRoutine(troupe.id(), "improvement.escalate");
        troupe.run(() -> {
            assertThat(actions.escalations(id)).hasSize(3);
            assertThat(notifications.unread(top.id())).isEqualTo(1);
            assertThat(actions.count(sales, new ActionFilter("", null, true, true, null, null, null, null, null, 1, 10))).isEqualTo(1);
            work.moveDue(sales, id, LocalDate.of(2026, 5, 20), "等模具");
            assertThat(actions.get(id).firstDue()).isEqualTo(LocalDate.of(2026, 4, 15));
            assertThat(actions.get(id).due()).isEqualTo(LocalDate.of(2026, 5, 20));
        });
        later.runRoutine(troupe.id(), "improvement.escalate");
        troupe.run(() -> assertThat(actions.escalations(id)).hasSize(3));
    }

    @Test
    @Clause("001/5.4.6.4")
    void each_dissatisfied_item_of_the_quarter_ends_in_an_action_or_a_reason() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        var owner = troupe.departmentHead();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var answer = new SubjectRef("answer", UUID.randomUUID());
            agenda.note(sales, LocalDate.of(2026, 3, 2), null, answer, "包装", "松");
            agenda.note(sales, LocalDate.of(2026, 3, 2), null, answer, "包装", "松");
            agenda.note(sales, LocalDate.of(2026, 3, 2), null, answer, "交付", "慢");
            agenda.note(sales, LocalDate.of(2026, 4, 2), null, new SubjectRef("answer", UUID.randomUUID()), "价格", "");
            var items = agenda.of(sales, "2026Q1");
            assertThat(items).hasSize(2);
            assertThat(workOf(sales)).anyMatch(i -> i.kind().equals("agenda"));
            assertThatThrownBy(() -> agenda.decideNone(sales, items.getFirst().id(), " ")).isInstanceOf(InvalidInput.class);
            agenda.decideNone(sales, items.getFirst().id(), "已有一项措施在做");
            var action = agenda.decideAction(sales, items.getLast().id(), null, owner.id());
            assertThatThrownBy(() -> agenda.decideNone(sales, items.getLast().id(), "再想想")).isInstanceOf(BrokenRule.class);
            assertThat(agenda.of(sales, "2026Q1")).allMatch(Agenda.Item::decided);
            assertThat(actions.get(action).items()).hasSize(1);
        });
    }

    @Test
    @Clause("001/5.4.6.3")
    void a_plan_collects_several_actions_with_their_owners() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        clock.set("2026-03-16T09:00");
        troupe.run(() -> {
            var numbers = List.of(troupe.departmentHead(), troupe.qualityHead(), troupe.as("PRODUCTION_HEAD")).stream()
                    .map(o -> actions.get(propose(sales, o, null, Set.of(ActionOrigin.SURVEY), new SubjectRef("manual", UUID.randomUUID()))).number()).toList();
            var plan = plans.make(sales, "上半年改善计划", "各部门意见", numbers);
            assertThat(plan.number()).isEqualTo("GJ-2026-0001");
            assertThat(plan.actions()).extracting(a -> a.owner()).doesNotHaveDuplicates().hasSize(3);
        });
    }

    @Test
    void nobody_works_without_the_right_and_no_company_sees_another() {
        var troupe = cast.company("P001");
        var sales = troupe.salesHead();
        var auditor = troupe.auditor();
        var owner = troupe.departmentHead();
        clock.set("2026-03-16T09:00");
        var id = troupe.in(() -> propose(sales, owner, null, Set.of(ActionOrigin.SURVEY), new SubjectRef("manual", UUID.randomUUID())));
        troupe.run(() -> {
            assertThatThrownBy(() -> propose(auditor, owner, null, Set.of(ActionOrigin.SURVEY), new SubjectRef("manual", UUID.randomUUID()))).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> work.accept(auditor, id, owner.id())).isInstanceOf(BrokenRule.class);
            assertThat(actions.list(auditor, ActionFilter.all())).hasSize(1);
        });
        var stranger = cast.company("P001");
        var alien = stranger.salesHead();
        stranger.run(() -> {
            assertThat(actions.list(alien, ActionFilter.all())).isEmpty();
            assertThatThrownBy(() -> work.withdraw(alien, id, "x")).isInstanceOf(NotFound.class);
        });
    }
}
