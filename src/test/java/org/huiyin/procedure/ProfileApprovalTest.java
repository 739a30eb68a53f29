package org.huiyin.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.huiyin.Cast;
import org.huiyin.Cast.Troupe;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.TestClock;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@HuiyinTest
class ProfileApprovalTest {

    @Autowired Cast cast;
    @Autowired TestClock clock;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals approvals;
    @Autowired ProfileDifference difference;
    @Autowired Presets presets;

    private static JsonNode json(String text) {
        return ProfileContent.JSON.readTree(text);
    }

    private DraftView change(Actor actor, String path, String value) {
        var draft = drafts.open(actor);
        return drafts.change(actor, draft.id(), path, json(value), draft.version());
    }

    private Submission submit(Actor actor, LocalDate from) {
        var draft = drafts.current().orElseThrow();
        return drafts.submit(actor, draft.id(), draft.version(), from, "年度修订");
    }

    private java.util.Map<String, org.huiyin.kernel.Sentence> problems(Runnable work) {
        try {
            work.run();
        } catch (InvalidInput refused) {
            return refused.problems();
        }
        throw new AssertionError("nothing was refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P000", "P001", "P002", "P003", "P004", "BLANK"})
    void every_preset_passes_its_own_checks(String preset) {
        var troupe = cast.company(preset);
        troupe.run(() -> assertThat(drafts.check(procedures.inForce().content())).filteredOn(Finding::refuses).isEmpty());
    }

    @Test
    @Clause({"001/0", "000/H1", "002/H"})
    void an_edited_figure_becomes_the_next_version_on_its_day_and_old_records_keep_theirs() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var first = procedures.inForce();
            change(troupe.qualityHead(), "triggers.threshold", "80");
            var from = procedures.today().plusDays(10);
            var submission = submit(troupe.qualityHead(), from);
            assertThat(procedures.inForce().id()).isEqualTo(first.id());
            var second = approvals.approve(troupe.generalManager(), submission.id(), from, "");
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.contentHash()).isEqualTo(submission.contentHash());
            assertThat(second.revision()).isEqualTo("A/1");
            assertThat(procedures.inForce().id()).isEqualTo(first.id());
            assertThat(procedures.inForceOn(from).id()).isEqualTo(second.id());
            assertThat(procedures.inForceOn(from.minusDays(1)).id()).isEqualTo(first.id());
            assertThat(procedures.byId(first.id()).content().at("triggers.threshold").decimalValue()).isEqualByComparingTo("75");
            assertThat(difference.between(first.content(), second.content())).extracting(change -> change.setting().path())
                    .containsExactlyInAnyOrder("identity.revision", "triggers.threshold");
            assertThat(drafts.current()).isEmpty();
        });
    }

    @Test
    @Clause("T-MATRIX")
    void weights_that_do_not_add_to_100_are_refused_at_submission() {
        refusedScoring("scoring.rows.0.weight", "11", "survey.matrix.weightsSum");
    }

    @Test
    @Clause("T-MATRIX")
    void a_row_that_rises_is_refused_at_submission() {
        refusedScoring("scoring.rows.3.points.2", "28", "survey.matrix.notMonotone");
    }

    @Test
    @Clause("T-MATRIX")
    void a_first_column_that_differs_from_the_weight_is_refused_at_submission() {
        refusedScoring("scoring.rows.3.points.0", "29", "survey.matrix.firstIsWeight");
    }

    @Test
    @Clause("001/5.4.5")
    void bands_that_do_not_fall_are_refused_at_submission() {
        refusedScoring("bands.bands.1.from", "95", "survey.bands.edgesFall");
    }

    /** Writes one figure into the whole section, as the editors of sections do, and hands it in. */
    private void refusedScoring(String path, String value, String key) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var draft = drafts.open(troupe.qualityHead());
            String section = path.substring(0, path.indexOf('.'));
            JsonNode root = draft.content().copy();
            assertThat(ProfilePath.set(root, path, json(value))).isTrue();
            drafts.change(troupe.qualityHead(), draft.id(), section, root.path(section), draft.version());
            var problems = problems(() -> submit(troupe.qualityHead(), procedures.today()));
            assertThat(problems.values()).extracting(sentence -> sentence.key()).contains(key);
            assertThat(drafts.current().orElseThrow().state()).isEqualTo(DraftState.EDITING);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "sampling.shares | {\"A\":1.2} | procedure.check.share",
        "survey.windows | [{\"code\":\"X\",\"from\":\"02-30\",\"to\":\"03-01\"}] | procedure.check.monthDay",
        "survey.windows | [{\"code\":\"X\",\"from\":\"04-30\",\"to\":\"04-01\"}] | procedure.check.windowEnds",
        "survey.windows | [{\"code\":\"X\",\"from\":\"04-01\",\"to\":\"04-30\"},{\"code\":\"Y\",\"from\":\"04-20\",\"to\":\"05-10\"}] | procedure.check.windowsOverlap",
        "approvals.sample | [{\"roles\":[\"NOBODY\"]}] | procedure.check.role",
        "approvals.sample | [] | procedure.check.noStep",
        "survey.returnDays | 0 | procedure.check.atLeast",
        "survey.returnDays | 7.5 | procedure.check.whole",
        "survey.reminderDays | [14,7] | procedure.check.rising",
        "triggers.threshold | 101 | procedure.check.atMost",
        "triggers.lowDegrees | [\"LOVELY\"] | procedure.check.degree",
        "prefixes.round | \"d c\" | procedure.check.prefix",
        "clock.rules.COMPLAINT | {\"unit\":\"WORKING_DAY\",\"amount\":0,\"endOfDay\":\"BUSINESS_CLOSE\",\"roll\":\"FORWARD\"} | procedure.check.clockAmount"})
    void a_value_that_cannot_be_is_refused_at_its_field(String path, String value, String key) {
        var troupe = cast.company("P001");
        troupe.run(() -> assertThat(problems(() -> change(troupe.qualityHead(), path, value)).get("value").key()).isEqualTo(key));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "survey.returnDays | 10 | survey.reminderDays | procedure.check.reminderLate",
        "survey.linkDays | 20 | survey.linkDays | procedure.check.linkShort",
        "prefixes.round | \"KS\" | prefixes.complaint | procedure.check.prefixTwice",
        "improvement.effectDays | 120 | improvement.effectDays | procedure.check.effect"})
    void settings_that_contradict_each_other_are_refused_at_submission(String path, String value, String found, String key) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            change(troupe.qualityHead(), path, value);
            var problems = problems(() -> submit(troupe.qualityHead(), procedures.today()));
            assertThat(problems).anySatisfy((at, sentence) -> {
                assertThat(at).startsWith(found);
                assertThat(sentence.key()).isEqualTo(key);
            });
        });
    }

    @Test
    @Clause("001/7.1–7.8")
    void a_form_number_used_twice_is_said_aloud_but_not_forbidden() {
        var troupe = cast.company("P001");
        troupe.run(() -> assertThat(drafts.check(procedures.inForce().content()))
                .filteredOn(finding -> finding.sentence().key().equals("procedure.check.formTwice"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.refuses()).isFalse();
                    assertThat(finding.sentence().args().getFirst()).isEqualTo("DC-FM-04");
                }));
    }

    @Test
    void whoever_hands_it_in_cannot_approve_it_and_a_right_is_needed() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var both = both(troupe);
            change(both, "survey.returnDays", "25");
            var submission = submit(both, procedures.today());
            assertThatThrownBy(() -> approvals.approve(both, submission.id(), procedures.today(), "急"))
                    .isInstanceOf(BrokenRule.class).hasMessage("procedure.approve.ownSubmission");
            assertThatThrownBy(() -> approvals.approve(troupe.salesHead(), submission.id(), procedures.today(), ""))
                    .isInstanceOf(BrokenRule.class).hasMessage("web.refused.right");
            assertThat(approvals.approve(troupe.generalManager(), submission.id(), procedures.today(), "").number()).isEqualTo(2);
            assertThatThrownBy(() -> approvals.approve(troupe.generalManager(), submission.id(), procedures.today(), ""))
                    .isInstanceOf(BrokenRule.class).hasMessage("procedure.approve.over");
        });
    }

    private static Actor both(Troupe troupe) {
        var actor = troupe.generalManager();
        var rights = new java.util.HashSet<>(actor.rights());
        rights.add("profile.edit");
        return new Actor(actor.id(), actor.name(), actor.roles(), rights).id().equals(actor.id())
                ? new Actor(troupe.as("MANAGEMENT_REPRESENTATIVE").id(), actor.name(), actor.roles(), rights)
                : actor;
    }

    @Test
    void a_small_firm_may_let_one_person_do_both_with_a_reason() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var both = both(troupe);
            change(both, "separation.approveOwnProfile", "true");
            approvals.approve(troupe.generalManager(), submit(both, procedures.today()).id(), procedures.today(), "");
            change(both, "survey.returnDays", "25");
            var submission = submit(both, procedures.today());
            assertThat(problems(() -> approvals.approve(both, submission.id(), procedures.today(), " "))).containsKey("reason");
            assertThat(approvals.approve(both, submission.id(), procedures.today(), "公司只有四个人").number()).isEqualTo(3);
        });
    }

    @Test
    void a_refused_draft_goes_back_with_its_reason_and_can_be_handed_in_again() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            change(troupe.qualityHead(), "survey.returnDays", "25");
            var submission = submit(troupe.qualityHead(), procedures.today());
            assertThatThrownBy(() -> change(troupe.qualityHead(), "survey.returnDays", "26")).isInstanceOf(BrokenRule.class);
            approvals.refuse(troupe.generalManager(), submission.id(), "期限太短");
            var back = drafts.current().orElseThrow();
            assertThat(back.state()).isEqualTo(DraftState.REFUSED);
            assertThat(back.lastDecision().reason()).isEqualTo("期限太短");
            change(troupe.qualityHead(), "survey.returnDays", "28");
            var again = submit(troupe.qualityHead(), procedures.today());
            approvals.withdraw(troupe.qualityHead(), again.id());
            assertThat(drafts.current().orElseThrow().state()).isEqualTo(DraftState.EDITING);
        });
    }

    @Test
    void the_second_editor_of_one_setting_sees_the_first_ones_change() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var draft = drafts.open(troupe.qualityHead());
            drafts.change(troupe.qualityHead(), draft.id(), "survey.returnDays", json("25"), draft.version());
            var other = troupe.as("DOC_CONTROL");
            drafts.change(other, draft.id(), "survey.linkDays", json("70"), draft.version());
            assertThatThrownBy(() -> drafts.change(other, draft.id(), "survey.returnDays", json("28"), draft.version()))
                    .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                        assertThat(stale.who()).isEqualTo(troupe.qualityHead().name());
                        assertThat(stale.changes().getFirst().theirs()).isEqualTo("25");
                        assertThat(stale.changes().getFirst().yours()).isEqualTo("28");
                    });
            assertThatThrownBy(() -> drafts.submit(other, draft.id(), draft.version(), procedures.today(), "x"))
                    .isInstanceOf(StaleRecord.class);
        });
    }

    @Test
    void the_effective_date_lies_neither_in_the_past_nor_before_an_approved_version() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            change(troupe.qualityHead(), "survey.returnDays", "25");
            assertThat(problems(() -> submit(troupe.qualityHead(), procedures.today().minusDays(1)))).containsKey("effectiveFrom");
            var later = procedures.today().plusMonths(2);
            approvals.approve(troupe.generalManager(), submit(troupe.qualityHead(), later).id(), later, "");
            change(troupe.qualityHead(), "survey.returnDays", "26");
            assertThat(problems(() -> submit(troupe.qualityHead(), procedures.today().plusDays(1))).get("effectiveFrom").key())
                    .isEqualTo("procedure.submit.beforeLatest");
        });
    }

    @Test
    void nothing_changed_is_nothing_to_approve_and_strangers_cannot_edit() {
        var troupe = cast.company("P001");
        var others = cast.company("P001");
        troupe.run(() -> {
            assertThatThrownBy(() -> drafts.open(troupe.auditor())).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> change(troupe.qualityHead(), "no.such.setting", "1")).isInstanceOf(NotFound.class);
            var draft = drafts.open(troupe.qualityHead());
            others.run(() -> assertThatThrownBy(() -> drafts.change(others.qualityHead(), draft.id(), "survey.returnDays", json("9"), 1))
                    .isInstanceOf(NotFound.class));
        });
    }

    @ParameterizedTest
    @EnumSource(DraftState.class)
    void states_lead_only_forward(DraftState state) {
        assertThat(state.leadsTo()).doesNotContain(state);
        assertThat(state.live()).isEqualTo(state != DraftState.APPROVED && state != DraftState.DISCARDED);
    }
}
