package org.huiyin.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
            5, 60, new BigDecimal("25"), true, new DoubtRules.Contradiction(new BigDecimal("90"), new BigDecimal("40")));
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
