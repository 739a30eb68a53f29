package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.EightDStage.done;
import static org.huiyin.clause.EightDStage.end;
import static org.huiyin.clause.EightDStage.fields;
import static org.huiyin.clause.EightDStage.write;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.Gap;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The 8D by the clauses: contained everywhere, causes on two axes, measures followed, nothing lost when it is opened again. */
@HuiyinTest
class EightDTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired EightDApprovals approval;
    @Autowired Approvals approvals;
    @Autowired Signatures signatures;
    @Autowired Actions actions;
    @Autowired ActionWork work;
    @Autowired Procedures procedures;

    private Cast.Troupe troupe;
    private Actor quality;

    @BeforeEach
    void company() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P001");
        quality = troupe.quality();
    }

    private EightDId open(EightDDepth depth, SubjectRef... sources) {
        return eightDs.open(quality, new NewEightD(Set.of(sources), null, "旋钮支架卡扣断裂", depth, quality.id(), procedures.inForce().id(), "5.2.2.4"));
    }

    private static SubjectRef complaint() {
        return new SubjectRef("sampleCase", UUID.randomUUID());
    }

    /** Writes and ends all steps before the given one. */
    private void until(EightDId id, EightDStep last) {
        Map<EightDStep, Map<String, String>> texts = new HashMap<>(Map.of(EightDStep.D0, EightDStage.emergency(), EightDStep.D1, EightDStage.team(troupe.as("PROCESS").id()),
                EightDStep.D2, EightDStage.problem(), EightDStep.D3, EightDStage.containment(), EightDStep.D4, EightDStage.causes(),
                EightDStep.D5, EightDStage.measures(quality.id(), LocalDate.of(2026, 3, 25)), EightDStep.D6, EightDStage.carried(), EightDStep.D7, EightDStage.prevention()));
        for (EightDStep step : EightDStep.values()) {
            if (step.compareTo(last) < 0) {
                if (step == EightDStep.D6) {
                    carryOut(id);
                }
                done(steps, quality, id, step, texts.get(step));
            }
        }
    }

    private void carryOut(EightDId id) {
        steps.measures(eightDs.get(id)).values().forEach(m -> work.measureDone(quality, actionOf(id), m.id(), "见照片和 WI-07 B 版"));
    }

    private org.huiyin.improvement.ActionId actionOf(EightDId id) {
        var source = eightDs.get(id).sources().isEmpty() ? id.subject() : eightDs.get(id).sources().getFirst();
        return actions.about(source).getFirst().id();
    }

    private List<String> gapFields(EightDId id, EightDStep step) {
        return steps.gaps(eightDs.get(id), step).stream().map(Gap::field).toList();
    }

    @Test
    @Clause({"001/5.2.2.4", "001/5.2.2.5"})
    void from_the_emergency_to_the_closing_with_every_step_as_evidence() {
        troupe.run(() -> {
            var id = open(EightDDepth.FULL, complaint());
            assertThat(eightDs.get(id).number()).isEqualTo("BD-2026-0001");
            until(id, EightDStep.D8);
            write(steps, quality, id, EightDStep.D8, fields("thanks", "谢谢大家连着两个夜班"));
            assertThat(gapFields(id, EightDStep.D8)).containsExactly("approval");
            approve(id);
            end(steps, quality, id, EightDStep.D8);
            var eightD = eightDs.get(id);
            assertThat(eightD.closed()).isTrue();
            assertThat(eightD.stageDue()).isNull();
            assertThat(steps.ends(id)).hasSize(9).allSatisfy(e -> assertThat(e.by()).isEqualTo(quality.id()));
            assertThatThrownBy(() -> write(steps, quality, id, EightDStep.D4, Map.of())).isInstanceOf(BrokenRule.class).hasMessage("improvement.eightd.refused.ended");
        });
    }

    private void approve(EightDId id) {
        var request = approval.ask(quality, id).orElseThrow();
        var head = troupe.qualityHead();
        var member = new org.huiyin.web.security.Member(troupe.id(), troupe.slug(), "", "Asia/Shanghai", head, null, null, UUID.randomUUID(), "zh-CN");
        var view = approvals.get(request);
        var signature = signatures.sign(member, null, id.subject(), new org.huiyin.kernel.Sentence("web.verbatim", "同意"), view.contentHash());
        approvals.decide(head, request, true, "", signature);
    }

    @Test
    @Clause("001/5.2.2.4")
    void a_major_case_cannot_leave_d3_until_each_place_has_quantity_and_decision_and_zero_counts() {
        troupe.run(() -> {
            var id = open(EightDDepth.FULL);
            until(id, EightDStep.D3);
            assertThat(gapFields(id, EightDStep.D3)).contains("place.STOCK.quantity", "place.IN_PROCESS.quantity", "place.IN_TRANSIT.quantity",
                    "place.AT_CUSTOMER.quantity", "place.IN_FIELD.quantity", "place.IN_FIELD.decision", "unit");
            var blank = EightDStage.containment();
            blank.put("place.IN_TRANSIT.quantity", "");
            write(steps, quality, id, EightDStep.D3, blank);
            assertThat(gapFields(id, EightDStep.D3)).containsExactly("place.IN_TRANSIT.quantity");
            assertThatThrownBy(() -> end(steps, quality, id, EightDStep.D3)).isInstanceOf(InvalidInput.class);
            assertThat(eightDs.get(id).standing()).isEqualTo(EightDStep.D3);
            blank.put("place.IN_TRANSIT.quantity", "0");
            done(steps, quality, id, EightDStep.D3, blank);
            assertThat(eightDs.get(id).standing()).isEqualTo(EightDStep.D4);
        });
    }

    @ParameterizedTest
    @CsvSource({"100, 101, , sorted", "100, 80, 81, defective", "100, , 3, sorted", "-1, , , quantity", "一百, , , quantity"})
    @Clause("001/5.2.2.4")
    void figures_that_do_not_balance_are_refused_where_they_stand(String quantity, String sorted, String defective, String field) {
        troupe.run(() -> {
            var id = open(EightDDepth.FULL);
            until(id, EightDStep.D3);
            var fields = EightDStage.containment();
            EightDStage.place(fields, "STOCK", quantity, sorted == null ? "" : sorted, defective == null ? "" : defective, "SORT");
            write(steps, quality, id, EightDStep.D3, fields);
            assertThat(gapFields(id, EightDStep.D3)).containsExactly("place.STOCK." + field);
        });
    }

    @Test
    @Clause("001/5.2.2.4")
    void a_profile_with_three_places_asks_for_three() {
        troupe.run(() -> {
            var id = open(EightDDepth.FULL);
            assertThat(eightDs.rules(eightDs.get(id)).places()).containsExactly("STOCK", "IN_PROCESS", "IN_TRANSIT", "AT_CUSTOMER", "IN_FIELD");
            assertThat(gapFields(id, EightDStep.D3).stream().filter(f -> f.endsWith(".quantity"))).hasSize(5);
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void causes_are_asked_on_two_axes_down_to_the_depth_of_the_profile() {
        troupe.run(() -> {
            var id = open(EightDDepth.FULL);
            until(id, EightDStep.D4);
            var fields = EightDStage.causes();
            fields.remove("why.NS.1.1.1.1.1");
            fields.remove("root.NS.1.1.1.1.1");
            fields.put("verified.NT", " ");
            write(steps, quality, id, EightDStep.D4, fields);
            assertThat(gapFields(id, EightDStep.D4)).containsExactly("verified.NT", "why.NS.1", "root.NS");
            done(steps, quality, id, EightDStep.D4, EightDStage.causes());
            assertThat(steps.content(eightDs.get(id)).roots()).hasSize(4);
        });
    }

    @Test
    @Clause({"001/5.2.2.3", "001/5.2.2.5"})
    void an_occasional_complaint_needs_one_cause_one_measure_and_its_end() {
        troupe.run(() -> {
            var id = open(EightDDepth.LIGHT, complaint());
            assertThat(eightDs.get(id).standing()).isEqualTo(EightDStep.D2);
            done(steps, quality, id, EightDStep.D2, fields("problem", "外壳划伤 2 件"));
            done(steps, quality, id, EightDStep.D4, fields("why.OT.1", "周转盒隔板毛刺"));
            done(steps, quality, id, EightDStep.D5, fields("measure.1.words", "换隔板", "measure.1.owner", quality.id().value().toString(), "measure.1.due", "2026-03-18"));
            assertThatThrownBy(() -> end(steps, quality, id, EightDStep.D6)).isInstanceOf(InvalidInput.class);
            carryOut(id);
            done(steps, quality, id, EightDStep.D6, Map.of());
            done(steps, quality, id, EightDStep.D8, Map.of());
            assertThat(eightDs.get(id).closed()).isTrue();
            assertThat(actions.get(actionOf(id)).state()).isEqualTo(ActionState.VERIFYING);
        });
    }

    @Test
    @Clause("001/3.4")
    void a_stubborn_problem_is_led_by_process_and_ends_only_with_a_revised_work_standard() {
        troupe.run(() -> {
            var id = open(EightDDepth.LIGHT, complaint());
            var process = troupe.as("PROCESS");
            eightDs.markStubborn(quality, id, "六个月内第三次");
            eightDs.lead(quality, id, process.id(), eightDs.get(id).version());
            assertThat(eightDs.get(id).leader()).isEqualTo(process.id());
            assertThat(eightDs.get(id).depth()).isEqualTo(EightDDepth.FULL);
            until(id, EightDStep.D7);
            var fields = EightDStage.prevention();
            fields.put("document.1.kind", "FMEA");
            write(steps, quality, id, EightDStep.D7, fields);
            assertThat(gapFields(id, EightDStep.D7)).containsExactly("document.1.kind");
            fields.put("document.1.kind", "WORK_STANDARD");
            fields.put("document.1.to", "");
            write(steps, quality, id, EightDStep.D7, fields);
            assertThat(gapFields(id, EightDStep.D7)).contains("document.1.to");
            fields.put("document.1.to", "C");
            done(steps, quality, id, EightDStep.D7, fields);
        });
    }

    @Test
    @Clause("001/5.2.2.5")
    void measures_stand_in_the_tracking_table_and_nowhere_else() {
        troupe.run(() -> {
            var source = complaint();
            var id = open(EightDDepth.FULL, source);
            until(id, EightDStep.D6);
            var action = actions.about(source).getFirst();
            assertThat(action.state()).isEqualTo(ActionState.DOING);
            assertThat(action.owner()).isEqualTo(quality.id());
            assertThat(actions.measures(action.id())).hasSize(4);
            assertThat(actions.causes(action.id())).hasSize(20);
            assertThat(gapFields(id, EightDStep.D6)).contains("done");
            carryOut(id);
            assertThat(actions.get(action.id()).state()).isEqualTo(ActionState.VERIFYING);
            done(steps, quality, id, EightDStep.D6, EightDStage.carried());
        });
    }

    @Test
    @Clause("001/5.2.2.3")
    void a_rejection_opens_the_step_and_keeps_both_versions() {
        troupe.run(() -> {
            var source = complaint();
            var id = open(EightDDepth.FULL, source);
            until(id, EightDStep.D7);
            var first = steps.ends(id).stream().filter(e -> e.step() == EightDStep.D4).findFirst().orElseThrow();
            eightDs.reopen(quality, id, EightDStep.D4, "客户：流出原因不成立");
            var eightD = eightDs.get(id);
            assertThat(eightD.standing()).isEqualTo(EightDStep.D4);
            assertThat(eightD.round()).isEqualTo(2);
            assertThat(eightD.done().keySet()).containsExactly(EightDStep.D0, EightDStep.D1, EightDStep.D2, EightDStep.D3);
            var fields = EightDStage.causes();
            fields.put("why.NT.1.1.1.1.1", "首件检验没有拉力项目");
            done(steps, quality, id, EightDStep.D4, fields);
            var all = steps.ends(id).stream().filter(e -> e.step() == EightDStep.D4).toList();
            assertThat(all).hasSize(2).contains(first);
            assertThat(all.getLast().values()).containsEntry("why.NT.1.1.1.1.1", "首件检验没有拉力项目");
            done(steps, quality, id, EightDStep.D5, EightDStage.measures(quality.id(), LocalDate.of(2026, 4, 2)));
            assertThat(actions.about(source)).hasSize(1).allSatisfy(a -> assertThat(a.cycle()).isEqualTo(2));
        });
    }

    @Test
    @Clause("001/5.2.2.4")
    void one_8d_answers_many_complaints_and_says_why_one_was_taken_off() {
        troupe.run(() -> {
            var one = complaint();
            var other = complaint();
            var id = open(EightDDepth.FULL, one);
            eightDs.addSource(quality, id, other, eightDs.get(id).version());
            assertThat(eightDs.about(other)).extracting(e -> e.id()).containsExactly(id);
            assertThatThrownBy(() -> eightDs.addSource(quality, id, other, eightDs.get(id).version())).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> eightDs.removeSource(quality, id, other, " ", eightDs.get(id).version())).isInstanceOf(InvalidInput.class);
            eightDs.removeSource(quality, id, other, "是另一个零件", eightDs.get(id).version());
            assertThat(eightDs.about(other)).isEmpty();
            assertThat(eightDs.events(id)).anyMatch(e -> e.words().equals("是另一个零件"));
        });
    }

    @Test
    @Clause("001/5.2.2.4")
    void an_earlier_8d_is_referred_to_but_never_a_chain() {
        troupe.run(() -> {
            var first = open(EightDDepth.LIGHT);
            var second = open(EightDDepth.LIGHT);
            assertThatThrownBy(() -> eightDs.refer(quality, second, "BD-2026-0001", "同一原因")).isInstanceOf(InvalidInput.class);
            done(steps, quality, first, EightDStep.D2, fields("problem", "划伤"));
            done(steps, quality, first, EightDStep.D4, fields("why.OT.1", "隔板毛刺"));
            eightDs.refer(quality, second, "BD-2026-0001", "同一原因");
            assertThat(eightDs.earlier(second)).hasSize(1);
            var third = open(EightDDepth.LIGHT);
            done(steps, quality, second, EightDStep.D2, fields("problem", "划伤"));
            done(steps, quality, second, EightDStep.D4, fields("why.OT.1", "隔板毛刺"));
            assertThatThrownBy(() -> eightDs.refer(quality, third, "BD-2026-0002", "同一原因")).isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void hollow_phrases_are_hinted_at_in_any_language_and_never_block() {
        troupe.run(() -> {
            var id = open(EightDDepth.LIGHT);
            var eightD = eightDs.get(id);
            assertThat(steps.hints(eightD, EightDStep.D4, fields("why.NT.1", "检验员粗心，漏看了"))).extracting(Gap::field).containsExactly("why.NT.1");
            assertThat(steps.hints(eightD, EightDStep.D4, fields("why.OT.1", "Operator  ERROR during setup"))).hasSize(1);
            assertThat(steps.hints(eightD, EightDStep.D5, fields("measure.1.words", "加强教育訓練"))).hasSize(1);
            assertThat(steps.hints(eightD, EightDStep.D4, fields("why.OT.1", "保压 52 MPa，标准 60±3"))).isEmpty();
            done(steps, quality, id, EightDStep.D2, fields("problem", "划伤"));
            done(steps, quality, id, EightDStep.D4, fields("why.OT.1", "操作员疏忽"));
            assertThat(steps.hints(eightDs.get(id)).values().stream().flatMap(List::stream).collect(Collectors.toList())).hasSize(1);
        });
    }
}
