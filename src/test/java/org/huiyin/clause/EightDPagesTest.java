package org.huiyin.clause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.clause.EightDStage.fields;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.Browserless;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.improvement.SampleSource;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.MeetingView;
import org.huiyin.improvement.eightd.Meetings;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two engineers in one step, the pages without a script, the desk, the list, meetings. */
@HuiyinTest
class EightDPagesTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired EightDs eightDs;
    @Autowired EightDSteps steps;
    @Autowired Meetings meetings;
    @Autowired Procedures procedures;
    @Autowired List<WorkSource> work;
    @LocalServerPort int port;

    private Cast.Troupe troupe;
    private Actor quality;
    private EightDId id;

    @BeforeEach
    void opened() {
        clock.set("2026-03-16T09:00");
        troupe = cast.company("P001");
        quality = troupe.quality();
        id = troupe.in(() -> eightDs.open(quality, new NewEightD(Set.of(new SubjectRef("sampleCase", SampleSource.KNOWN)), null, "卡扣断裂", EightDDepth.FULL, quality.id(),
                procedures.inForce().id(), "5.2.2.4")));
    }

    @Test
    void two_engineers_keep_their_own_fields_and_see_each_others_text_where_they_clash() {
        troupe.run(() -> {
            var other = troupe.as("PROCESS");
            var first = steps.save(quality, id, EightDStep.D2, fields("problem", "断裂", "what.is", "卡扣"), 0);
            var hers = steps.save(other, id, EightDStep.D2, fields("problem", "断裂", "what.is", "卡扣", "where.is", "总装线"), first.version());
            assertThat(hers.version()).isEqualTo(2);
            var together = steps.save(quality, id, EightDStep.D2, fields("problem", "卡扣断裂 53 件", "what.is", "卡扣"), first.version());
            assertThat(together.others()).extracting(o -> o.field()).containsExactly("where.is");
            assertThat(steps.texts(id).get(EightDStep.D2).values()).containsEntry("where.is", "总装线").containsEntry("problem", "卡扣断裂 53 件");
            assertThatThrownBy(() -> steps.save(other, id, EightDStep.D2, fields("problem", "左件也断", "what.is", "卡扣", "where.is", "总装线"), hers.version()))
                    .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                        assertThat(stale.who()).isEqualTo("周衡");
                        assertThat(stale.changes()).singleElement().satisfies(c -> {
                            assertThat(c.theirs()).isEqualTo("卡扣断裂 53 件");
                            assertThat(c.yours()).isEqualTo("左件也断");
                        });
                    });
            steps.save(other, id, EightDStep.D2, fields("problem", "左件也断", "what.is", "卡扣", "where.is", "总装线"), hers.version(), true);
            assertThat(steps.texts(id).get(EightDStep.D2).value("problem")).isEqualTo("左件也断");
        });
    }

    @Test
    void without_a_script_a_clash_shows_both_texts_and_keeps_the_typing() {
        var home = "/c/" + troupe.slug() + "/eightds/BD-2026-0001";
        var one = Browserless.of(port, troupe.loginOf("QUALITY"));
        var other = Browserless.of(port, troupe.loginOf("PROCESS"));
        assertThat(one.get(home + "?step=D2").statusCode()).isEqualTo(200);
        other.get(home + "?step=D2");
        assertThat(one.post(home + "/steps/D2", Map.of("version", "0", "problem", "周衡写的", "act", "save")).statusCode()).isEqualTo(302);
        var clash = other.post(home + "/steps/D2", Map.of("version", "0", "problem", "丁卯写的", "act", "save"));
        assertThat(clash.statusCode()).isEqualTo(409);
        assertThat(clash.body()).contains("周衡写的", "丁卯写的");
        assertThat(other.post(home + "/steps/D2", Map.of("version", "0", "problem", "丁卯写的", "act", "mine")).statusCode()).isEqualTo(302);
        var draft = one.post(home + "/steps/D4/draft", Map.of("version", "0", "why.NT.1", "检验员粗心"));
        assertThat(draft.body()).contains("粗心", "name=\"version\" value=\"1\"").doesNotContain("<html");
    }

    @Test
    @Clause("001/5.2.2.4")
    void the_gate_answers_beside_its_fields_and_rows_come_by_button() {
        var home = "/c/" + troupe.slug() + "/eightds/BD-2026-0001";
        var browser = Browserless.of(port, troupe.loginOf("QUALITY"));
        browser.get(home);
        var added = browser.post(home + "/steps/D1", Map.of("version", "0", "member.1.name", "王工", "add", "member"));
        assertThat(added.statusCode()).isEqualTo(302);
        assertThat(browser.get(home + "?step=D1").body()).contains("member.2.name", "王工");
        var refused = browser.post(home + "/steps/D3", Map.of("version", "0", "place.STOCK.quantity", "10", "place.STOCK.sorted", "12", "act", "end"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("已挑数比数量还多", "value=\"12\"");
        assertThat(browser.get(home + "?step=D3").body()).as("what was typed is saved").contains("value=\"12\"");
        assertThat(browser.get("/c/" + troupe.slug() + "/eightds?standing=D0").body()).contains("BD-2026-0001");
        assertThat(browser.get("/c/" + troupe.slug() + "/eightds?late=1").body()).doesNotContain("BD-2026-0001<");
        assertThat(browser.get("/c/" + troupe.slug() + "/eightds.csv").body()).contains("BD-2026-0001", "KS-9999-0001");
        assertThat(browser.get(home + "/report.pdf?language=en").headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(browser.get("/c/" + troupe.slug() + "/eightds/templates").body()).contains("{{d2.problem}}", "{{places.quantity}}");
    }

    @Test
    @Clause("001/5.2.2.6")
    void the_stages_of_the_profile_stand_on_the_desk_and_late_ones_stay_late() {
        troupe.run(() -> {
            var eightD = eightDs.get(id);
            assertThat(eightDs.stages(eightD)).extracting(s -> s.step()).containsExactly(EightDStep.D3, EightDStep.D5, EightDStep.D8);
            assertThat(eightD.stageDue()).isEqualTo(clock.instant().plusSeconds(24 * 3600));
            assertThat(deskOf(quality)).contains("BD-2026-0001");
            clock.set("2026-03-17T10:00");
            for (EightDStep step : List.of(EightDStep.D0, EightDStep.D1, EightDStep.D2, EightDStep.D3)) {
                EightDStage.done(steps, quality, id, step, Map.of(EightDStep.D0, EightDStage.emergency(), EightDStep.D1, EightDStage.team(quality.id()),
                        EightDStep.D2, EightDStage.problem(), EightDStep.D3, EightDStage.containment()).get(step));
            }
            clock.set("2026-04-20T10:00");
            var stages = eightDs.stages(eightDs.get(id));
            assertThat(stages.getFirst().lateAt(clock.instant())).as("an hour late for ever").isTrue();
            assertThat(eightDs.get(id).lateAt(clock.instant())).isTrue();
        });
    }

    private List<String> deskOf(Actor actor) {
        return work.stream().flatMap(s -> s.workFor(actor).stream()).filter(i -> i.kind().equals("eightd")).map(WorkItem::number).toList();
    }

    @Test
    @Clause("001/5.2.2.4")
    void a_meeting_on_the_spot_keeps_who_came_and_a_decision_becomes_an_action() {
        troupe.run(() -> {
            var head = troupe.as("PRODUCTION_HEAD");
            var guests = List.of(new MeetingView.Guest(quality.id(), "周衡", true), new MeetingView.Guest(head.id(), "贺铁成", true), new MeetingView.Guest(null, "客户 SQE", false));
            var decision = new MeetingView.Resolution(new java.util.UUID(0, 1), "在库 1,150 件全检后返工", head.id(), java.time.LocalDate.of(2026, 3, 18), null);
            assertThatThrownBy(() -> meetings.hold(quality, id, new Meetings.NewMeeting(clock.instant().plusSeconds(7200), "", "", List.of(), List.of()))).isInstanceOf(InvalidInput.class);
            meetings.hold(quality, id, new Meetings.NewMeeting(clock.instant(), "7# 注塑机旁", "看了三批", guests, List.of(decision)));
            var kept = meetings.of(id).getFirst();
            assertThat(kept.guests()).hasSize(3);
            var action = meetings.toAction(quality, id, kept.decisions().getFirst().id());
            assertThat(meetings.of(id).getFirst().decisions().getFirst().action()).startsWith("CP-2026-");
            assertThat(action).isNotNull();
        });
    }

    @Test
    void a_clerk_of_another_customer_sees_nothing_and_an_auditor_changes_nothing() {
        var auditor = Browserless.of(port, troupe.loginOf("AUDITOR"));
        var home = "/c/" + troupe.slug() + "/eightds/BD-2026-0001";
        assertThat(auditor.get(home).statusCode()).isEqualTo(200);
        var fields = new HashMap<>(Map.of("version", "0", "problem", "x", "reason", "x", "step", "D2"));
        for (var form : List.of("/steps/D2", "/steps/D2/draft", "/reopening", "/approval", "/meetings", "/stubborn", "/depth")) {
            assertThat(auditor.post(home + form, fields).statusCode()).as(form).isGreaterThanOrEqualTo(400);
        }
        var stranger = Browserless.of(port, cast.company("P001").loginOf("QUALITY"));
        assertThat(stranger.get(home).statusCode()).isEqualTo(404);
    }
}
