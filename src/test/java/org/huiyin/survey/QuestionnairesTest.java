package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.Cast;
import org.huiyin.Clause;
import org.huiyin.HuiyinTest;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDrafts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@HuiyinTest
class QuestionnairesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Cast cast;
    @Autowired Questionnaires questionnaires;
    @Autowired Procedures procedures;
    @Autowired ProfileDrafts drafts;
    @Autowired ProfileApprovals approvals;
    @Autowired ScoringTable scoring;

    private static QuestionItem item(String id, String label, int wordedIn) {
        return new QuestionItem(id, Map.of("zh-CN", label, "zh-TW", label, "en", label), Map.of(), true, null, false, wordedIn);
    }

    private static QuestionnaireContent with(QuestionnaireContent content, List<QuestionItem> items) {
        return new QuestionnaireContent(content.title(), content.intro(), items, true, true, true, 1);
    }

    @Test
    @Clause({"001/5.4.2.1", "001/5.4.3.2"})
    void the_preset_releases_ten_items_in_three_languages() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var version = questionnaires.current("TEN_ITEMS");
            assertThat(version.items()).extracting(QuestionItem::id).containsExactly("appearance", "dimensions", "packaging", "performance",
                    "life", "improvement", "delivery", "transport", "price", "service");
            assertThat(version.item("improvement").orElseThrow().notApplicable()).isTrue();
            assertThat(version.items()).allSatisfy(item -> assertThat(item.label().keySet()).containsExactlyInAnyOrder("zh-CN", "zh-TW", "en"));
            assertThat(version.item("packaging").orElseThrow().label("zh-TW")).isEqualTo("包裝");
            assertThat(version.scoredItems()).containsExactlyInAnyOrderElementsOf(scoring.inForce().scoring().itemCodes());
        });
    }

    @Test
    @Clause("003/4.4.3")
    void a_released_version_stays_and_changed_words_break_the_trend_of_that_item_only() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var first = questionnaires.current("TEN_ITEMS");
            var draft = questionnaires.open(troupe.quality(), "TEN_ITEMS");
            var items = new ArrayList<>(draft.content().items());
            items.set(0, item("appearance", "外观与手感", 1));
            items.set(1, item("dimensions", "尺寸。", 1));
            java.util.Collections.swap(items, 2, 3);
            draft = questionnaires.save(troupe.quality(), "TEN_ITEMS", with(draft.content(), items), draft.version());
            var second = questionnaires.release(troupe.quality(), "TEN_ITEMS", draft.version(), "外观加上手感", Set.of("dimensions"));
            assertThat(second.number()).isEqualTo(2);
            assertThat(second.comparable("appearance", first)).isFalse();
            assertThat(second.comparable("dimensions", first)).isTrue();
            assertThat(second.comparable("service", first)).isTrue();
            assertThat(questionnaires.byId(first.id()).item("appearance").orElseThrow().label("zh-CN")).isEqualTo("外观");
            assertThat(questionnaires.current("TEN_ITEMS").id()).isEqualTo(second.id());
            assertThat(questionnaires.draft("TEN_ITEMS")).isEmpty();
        });
    }

    @Test
    @Clause("T-MATRIX")
    void a_version_with_another_item_waits_until_the_profile_scores_it() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var draft = questionnaires.open(troupe.quality(), "TEN_ITEMS");
            var items = new ArrayList<>(draft.content().items());
            items.add(item("documents", "随货资料", 0));
            draft = questionnaires.save(troupe.quality(), "TEN_ITEMS", with(draft.content(), items), draft.version());
            questionnaires.release(troupe.quality(), "TEN_ITEMS", draft.version(), "加一项", Set.of());
            assertThat(questionnaires.current("TEN_ITEMS").number()).isEqualTo(1);

            var profile = drafts.open(troupe.qualityHead());
            assertThat(drafts.check(profile.content())).anySatisfy(finding -> assertThat(finding.sentence().key()).isEqualTo("survey.rule.itemNotScored"));
            var table = (ObjectNode) scoring.inStep(profile.content().section("scoring"));
            for (var row : table.path("rows")) {
                if (row.path("item").asString().equals("documents")) {
                    ((ObjectNode) row).put("weight", 5).set("points", JSON.readTree("[5,4,3,2,1]"));
                }
                if (row.path("item").asString().equals("performance")) {
                    ((ObjectNode) row).put("weight", 25).set("points", JSON.readTree("[25,22,15,12,5]"));
                }
            }
            profile = scoring.change(troupe.qualityHead(), profile.id(), table, profile.version());
            var submission = drafts.submit(troupe.qualityHead(), profile.id(), profile.version(), procedures.today(), "加一项");
            approvals.approve(troupe.generalManager(), submission.id(), procedures.today(), "");
            assertThat(questionnaires.current("TEN_ITEMS").number()).isEqualTo(2);
        });
    }

    @Test
    void the_second_author_sees_the_first_ones_words() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var draft = questionnaires.open(troupe.quality(), "TEN_ITEMS");
            var mine = new ArrayList<>(draft.content().items());
            mine.set(0, item("appearance", "外观一", 1));
            questionnaires.save(troupe.quality(), "TEN_ITEMS", with(draft.content(), mine), draft.version());
            var yours = new ArrayList<>(draft.content().items());
            yours.set(0, item("appearance", "外观二", 1));
            assertThatThrownBy(() -> questionnaires.save(troupe.salesHead(), "TEN_ITEMS", with(draft.content(), yours), draft.version()))
                    .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                        assertThat(stale.who()).isEqualTo(troupe.quality().name());
                        assertThat(stale.changes()).anySatisfy(change -> assertThat(change.theirs().toString()).contains("外观一"));
                    });
        });
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        var troupe = cast.company("P001");
        var others = cast.company("P001");
        troupe.run(() -> {
            assertThatThrownBy(() -> questionnaires.open(troupe.auditor(), "TEN_ITEMS")).isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> questionnaires.current("NO_SUCH")).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> questionnaires.begin(troupe.quality(), "TEN_ITEMS", questionnaires.current("TEN_ITEMS").content()))
                    .isInstanceOf(BrokenRule.class);
            assertThatThrownBy(() -> questionnaires.begin(troupe.quality(), "no code", questionnaires.current("TEN_ITEMS").content()))
                    .isInstanceOf(InvalidInput.class);
            var draft = questionnaires.open(troupe.quality(), "TEN_ITEMS");
            assertThatThrownBy(() -> questionnaires.save(troupe.quality(), "TEN_ITEMS",
                    with(draft.content(), List.of(item("a", "甲", 1), item("a", "乙", 1))), draft.version())).isInstanceOf(InvalidInput.class);
            var half = new QuestionItem("a", Map.of("zh-CN", "甲"), Map.of(), true, null, false, 1);
            var saved = questionnaires.save(troupe.quality(), "TEN_ITEMS", with(draft.content(), List.of(half)), draft.version());
            assertThatThrownBy(() -> questionnaires.release(troupe.quality(), "TEN_ITEMS", saved.version(), "x", Set.of()))
                    .isInstanceOf(BrokenRule.class).hasMessage("survey.questionnaire.labelMissing");
            var id = questionnaires.current("TEN_ITEMS").id();
            others.run(() -> assertThatThrownBy(() -> questionnaires.byId(id)).isInstanceOf(NotFound.class));
        });
    }

    /** T-MATRIX and T-BAND on the profile itself, with either reading of the edges and of the trigger. */
    @ParameterizedTest
    @CsvSource({
        "VERY_SATISFIED,'',100,A,A,false,false", "SATISFIED,'',88,B,B,false,false", "INDIFFERENT,'',60,C,D,true,true",
        "DISSATISFIED,'',42,D,D,true,true", "OPPOSED,'',14,E,E,true,true", "VERY_SATISFIED,performance,75,B,C,false,true"})
    @Clause({"001/5.4.3.3", "001/5.4.4", "001/5.4.5", "001/5.4.6.1"})
    void the_profile_scores_bands_and_triggers(
            String degree, String opposed, String score, String band, String otherBand, boolean action, boolean otherAction) {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var rules = scoring.inForce();
            var card = rules.scoring().score(rules.scoring().itemCodes().stream()
                    .map(item -> ItemAnswer.degree(item, item.equals(opposed) ? "OPPOSED" : degree)).toList());
            assertThat(card.total().value()).isEqualByComparingTo(score);
            assertThat(rules.bands().bandOf(card.total()).code()).isEqualTo(band);
            assertThat(new BandRule(rules.bands().bands(), BandRule.Edges.UPPER_INCLUSIVE).bandOf(card.total()).code()).isEqualTo(otherBand);
            assertThat(rules.triggers().asks(card.total())).isEqualTo(action);
            var in = rules.triggers();
            assertThat(new TriggerRule(in.threshold(), true, in.lowDegrees(), in.remarkAsks(), in.lowestWhenNone()).asks(card.total())).isEqualTo(otherAction);
        });
    }

    @Test
    @Clause("001/5.4.4")
    void what_does_not_apply_is_rescaled() {
        var troupe = cast.company("P001");
        troupe.run(() -> {
            var rules = scoring.inForce();
            var card = rules.scoring().score(rules.scoring().itemCodes().stream()
                    .map(item -> item.equals("improvement") ? ItemAnswer.notApplicable(item) : ItemAnswer.degree(item, "SATISFIED")).toList());
            assertThat(card.total().shown()).isEqualTo("87.8");
            assertThat(card.doubtful()).isFalse();
        });
    }

    @ParameterizedTest
    @CsvSource({"P000,FIVE_POINTS,6", "P002,ANCHORED_100,3", "P003,TEN_POINTS,4", "P004,FIVE_POINTS,3", "BLANK,FIVE_POINTS,3"})
    void the_other_presets_score_their_own_questionnaires(String preset, String scale, int items) {
        var troupe = cast.company(preset);
        troupe.run(() -> {
            var rules = scoring.inForce();
            assertThat(rules.scoring().scale().code()).isEqualTo(scale);
            assertThat(scoring.questionnaire().scoredItems()).hasSize(items).containsExactlyInAnyOrderElementsOf(rules.scoring().itemCodes());
            var best = rules.scoring().scale().degrees().getFirst().code();
            assertThat(rules.scoring().score(rules.scoring().itemCodes().stream().map(item -> ItemAnswer.degree(item, best)).toList())
                    .total().value()).isEqualByComparingTo("100");
        });
    }
}
