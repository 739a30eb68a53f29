package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.huiyin.Clause;
import org.huiyin.campaign.DoubtHit.Rule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.survey.Forms;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.ScoreCard;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class DoubtRulesTest {

    private static final DoubtRules RULES = new DoubtRules(
            5, 60, new BigDecimal("25"), true, new BigDecimal("90"), new BigDecimal("40"));
    private static final ScoreCard MIXED = Forms.MATRIX.score(Forms.all("SATISFIED", "price", "INDIFFERENT"));

    private static AnswerFacts facts(ScoreCard card, @Nullable Integer seconds, @Nullable String last, @Nullable String overall) {
        return new AnswerFacts(card, seconds == null ? null : Duration.ofSeconds(seconds),
                last == null ? null : Score.of(last), overall == null ? null : new BigDecimal(overall), false);
    }

    private static List<Rule> hits(AnswerFacts facts) {
        return RULES.check(facts).stream().map(DoubtHit::rule).toList();
    }

    @Test
    void anOrdinaryAnswerIsNotDoubted() {
        assertThat(RULES.check(facts(MIXED, 95, "80", "85"))).isEmpty();
    }

    @Test
    void aStraightLineInTwentySecondsHitsTwoRulesAndNamesTheFigures() {
        ScoreCard line = Forms.MATRIX.score(Forms.all("VERY_SATISFIED"));
        assertThat(RULES.check(facts(line, 20, null, null))).containsExactly(
                new DoubtHit(Rule.STRAIGHT_LINE, new Sentence("campaign.doubt.straightLine", 10, "VERY_SATISFIED")),
                new DoubtHit(Rule.TOO_FAST, new Sentence("campaign.doubt.tooFast", 20L, 60)));
    }

    @Test
    void aFewEqualAnswersAreNoLine() {
        ScoreCard four = Forms.MATRIX.score(Forms.MATRIX.itemCodes().stream().limit(4)
                .map(item -> ItemAnswer.degree(item, "SATISFIED")).toList());
        assertThat(hits(facts(four, 90, null, null))).containsExactly(Rule.TOO_LITTLE);
    }

    @ParameterizedTest
    @CsvSource({"59, true", "60, false", "61, false"})
    void onlyFasterThanTheLimitIsTooFast(int seconds, boolean hit) {
        assertThat(hits(facts(MIXED, seconds, null, null)).contains(Rule.TOO_FAST)).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"62, false", "61.9, true", "100, false", "52, true"})
    void onlyMoreThanTheLimitIsABigChange(String last, boolean hit) {
        assertThat(MIXED.total()).isEqualTo(Score.of(87));
        assertThat(hits(facts(MIXED, 90, last, null)).contains(Rule.BIG_CHANGE)).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"90, true", "89, false"})
    void aHighOverallMarkOverLowItemsContradicts(String overall, boolean hit) {
        ScoreCard low = Forms.MATRIX.score(Forms.all("OPPOSED", "life", "DISSATISFIED"));
        assertThat(hits(facts(low, 90, null, overall)).contains(Rule.CONTRADICTION)).isEqualTo(hit);
    }

    @Test
    void aLowOverallMarkOverHighItemsContradictsToo() {
        ScoreCard high = Forms.MATRIX.score(Forms.all("VERY_SATISFIED", "life", "SATISFIED"));
        assertThat(hits(facts(high, 90, null, "40"))).containsExactly(Rule.CONTRADICTION);
    }

    @Test
    @Clause("003/4.5.3")
    void without_an_overall_mark_high_items_with_a_wish_for_improvement_contradict() {
        var best = Forms.all("VERY_SATISFIED");
        assertThat(hits(facts(Forms.MATRIX.score(best), 90, null, null))).containsExactly(Rule.STRAIGHT_LINE);
        var wished = Forms.with(best, ItemAnswer.degree("delivery", "VERY_SATISFIED").wantingImprovement());
        assertThat(RULES.check(facts(Forms.MATRIX.score(wished), 90, null, null))).last()
                .isEqualTo(new DoubtHit(Rule.CONTRADICTION, new Sentence("campaign.doubt.contradiction.wish", 1L, "100.0")));
        assertThat(hits(facts(Forms.MATRIX.score(wished), 90, null, "95"))).containsExactly(Rule.STRAIGHT_LINE);
        var one = Forms.with(wished, ItemAnswer.degree("price", "SATISFIED"));
        assertThat(hits(facts(Forms.MATRIX.score(one), 90, null, null))).isEmpty();
    }

    @Test
    void rules_of_contradiction_that_contradict_themselves_say_so() {
        var half = new DoubtRules(null, null, null, false, new BigDecimal("90"), null);
        var turned = new DoubtRules(null, null, null, false, new BigDecimal("40"), new BigDecimal("40"));
        assertThat(half.contradictions()).extracting(Sentence::key).containsExactly("campaign.doubt.rule.both");
        assertThat(turned.contradictions()).extracting(Sentence::key).containsExactly("campaign.doubt.rule.order");
        assertThat(RULES.contradictions()).isEmpty();
        assertThat(DoubtRules.NONE.contradictions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "3, true"})
    void a_straight_line_counts_from_the_number_of_the_procedure(int from, boolean hit) {
        var rules = new DoubtRules(from, null, null, false, null, null);
        ScoreCard four = Forms.MATRIX.score(Forms.MATRIX.itemCodes().stream().limit(4).map(item -> ItemAnswer.degree(item, "INDIFFERENT")).toList());
        assertThat(rules.check(facts(four, null, null, null)).stream().map(DoubtHit::rule).toList().contains(Rule.STRAIGHT_LINE)).isEqualTo(hit);
    }

    @Test
    void what_does_not_apply_does_not_break_a_line_and_one_other_degree_does() {
        var rules = new DoubtRules(8, null, null, false, null, null);
        var line = Forms.with(Forms.with(Forms.all("SATISFIED"), ItemAnswer.notApplicable("life")), ItemAnswer.notApplicable("transport"));
        assertThat(rules.check(facts(Forms.MATRIX.score(line), null, null, null))).extracting(DoubtHit::rule).containsExactly(Rule.STRAIGHT_LINE);
        var broken = Forms.with(line, ItemAnswer.degree("price", "VERY_SATISFIED"));
        assertThat(rules.check(facts(Forms.MATRIX.score(broken), null, null, null))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"12.5, 74.5, false", "12.5, 74.4, true", "12.5, 99.5, false", "12.5, 99.6, true"})
    void a_change_is_big_in_both_directions_and_only_beyond_the_limit(String limit, String last, boolean hit) {
        var rules = new DoubtRules(null, null, new BigDecimal(limit), false, null, null);
        assertThat(rules.check(facts(MIXED, null, last, null)).isEmpty()).isNotEqualTo(hit);
    }

    @Test
    void aStaffDeviceIsNamed() {
        assertThat(hits(new AnswerFacts(MIXED, null, null, null, true))).containsExactly(Rule.STAFF_DEVICE);
    }

    @Test
    void rulesThatAreOffDoubtNothingAndRulesAreData() {
        ScoreCard line = Forms.MATRIX.score(Forms.all("OPPOSED"));
        assertThat(DoubtRules.NONE.check(new AnswerFacts(line, Duration.ZERO, Score.of(100), BigDecimal.TEN, true))).isEmpty();
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(RULES), DoubtRules.class)).isEqualTo(RULES);
        assertThat(json.readValue(json.writeValueAsString(DoubtRules.NONE), DoubtRules.class)).isEqualTo(DoubtRules.NONE);
    }
}
