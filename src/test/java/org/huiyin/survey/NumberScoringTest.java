package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class NumberScoringTest {

    private static final Scale WORDS = Forms.scale("ANCHORED", "VERY_SATISFIED", "SATISFIED", "AVERAGE", "BAD", "VERY_BAD");
    private static final AnchoredScoring ANCHORED = new AnchoredScoring(
            WORDS,
            List.of(anchor("VERY_SATISFIED", 100, 100), anchor("SATISFIED", 85, 85), anchor("AVERAGE", 70, 70),
                    anchor("BAD", 60, 60), anchor("VERY_BAD", 50, 0)),
            equal("q1", "q2", "q3", "q4", "q5"),
            Share.percent(80));
    private static final LinearScoring FIVE_POINTS =
            new LinearScoring(Forms.FIVE, 1, 5, BigDecimal.valueOf(20), equal("q1", "q2"), Share.percent(80));

    private static AnchoredScoring.Anchor anchor(String degree, int value, int floor) {
        return new AnchoredScoring.Anchor(degree, BigDecimal.valueOf(value), BigDecimal.valueOf(floor));
    }

    private static List<ItemWeight> equal(String... items) {
        return List.of(items).stream().map(item -> new ItemWeight(item, BigDecimal.ONE)).toList();
    }

    private static ItemAnswer number(String item, String number) {
        return ItemAnswer.number(item, new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource({
        "100, VERY_SATISFIED", "99, SATISFIED", "85, SATISFIED", "84, AVERAGE", "84.999, AVERAGE", "70, AVERAGE", "69, BAD",
        "60, BAD", "59.9, VERY_BAD", "59, VERY_BAD", "0, VERY_BAD"})
    void aNumberBelongsToTheDegreeWhoseFloorItReaches(String number, String degree) {
        assertThat(ANCHORED.degreeOf(Score.of(number))).isEqualTo(degree);
    }

    @Test
    void theMeanOfFiveIsAverage() {
        ScoreCard card = ANCHORED.score(List.of(
                number("q1", "100"), number("q2", "85"), number("q3", "70"), number("q4", "60"), number("q5", "50")));
        assertThat(card.total()).isEqualTo(Score.of(73));
        assertThat(ANCHORED.degreeOf(Score.of(73))).isEqualTo("AVERAGE");
        assertThat(card.items()).extracting(ItemScore::degree)
                .containsExactly("VERY_SATISFIED", "SATISFIED", "AVERAGE", "BAD", "VERY_BAD");
    }

    @Test
    void aTickedVeryBadStandsForItsOwnValue() {
        AnchoredScoring one = new AnchoredScoring(WORDS, ANCHORED.anchors(), equal("q"), Share.ALL);
        assertThat(one.score(List.of(ItemAnswer.degree("q", "VERY_BAD"))).total()).isEqualTo(Score.of(50));
        assertThat(one.score(List.of(ItemAnswer.degree("q", "SATISFIED"))).total()).isEqualTo(Score.of(85));
    }

    @Test
    void threeCustomersOnOneItem() {
        AnchoredScoring three = new AnchoredScoring(WORDS, ANCHORED.anchors(), equal("a", "b", "c"), Share.ALL);
        ScoreCard card = three.score(List.of(number("a", "100"), number("b", "85"), number("c", "60")));
        assertThat(card.total()).isNotNull().extracting(Score::shown).isEqualTo("81.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.5"})
    void aNumberOutOfRangeIsRefused(String number) {
        assertThatThrownBy(() -> ANCHORED.score(List.of(number("q1", number)))).isInstanceOf(BrokenRule.class);
    }

    @Test
    void fivePointsTimesTwenty() {
        assertThat(FIVE_POINTS.score(List.of(number("q1", "5"), number("q2", "2"))).total()).isEqualTo(Score.of(70));
        ScoreCard ticked = FIVE_POINTS.score(List.of(
                ItemAnswer.degree("q1", "VERY_SATISFIED"), ItemAnswer.degree("q2", "DISSATISFIED")));
        assertThat(ticked.total()).isEqualTo(Score.of(70));
        assertThat(FIVE_POINTS.floor()).isEqualTo(Score.of(20));
        assertThat(FIVE_POINTS.score(List.of(number("q1", "2"))).items().getFirst().degree()).isEqualTo("DISSATISFIED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "3.5"})
    void halfPointsAndPointsOutOfRangeAreRefused(String number) {
        assertThatThrownBy(() -> FIVE_POINTS.score(List.of(number("q1", number)))).isInstanceOf(BrokenRule.class);
    }

    @Test
    void tenPointsWithUnequalWeights() {
        Scale ten = Forms.scale("TEN", "10", "9", "8", "7", "6", "5", "4", "3", "2", "1");
        LinearScoring rule = new LinearScoring(ten, 1, 10, BigDecimal.TEN,
                List.of(new ItemWeight("a", new BigDecimal("3")), new ItemWeight("b", new BigDecimal("1"))), Share.ALL);
        assertThat(rule.contradictions()).isEmpty();
        assertThat(rule.score(List.of(number("a", "9"), number("b", "6"))).total()).isEqualTo(Score.of("82.5"));
    }

    @Test
    void rulesThatContradictThemselvesSaySo() {
        assertThat(ANCHORED.contradictions()).isEmpty();
        assertThat(FIVE_POINTS.contradictions()).isEmpty();
        assertThat(new LinearScoring(Forms.FIVE, 1, 5, BigDecimal.TEN, equal("q"), Share.ALL).contradictions())
                .extracting(Sentence::key).containsExactly("survey.linear.highestIsHundred");
        assertThat(new LinearScoring(Forms.FIVE, 0, 5, BigDecimal.valueOf(20), equal("q"), Share.ALL).contradictions())
                .extracting(Sentence::key).containsExactly("survey.linear.degrees");
        List<AnchoredScoring.Anchor> rising = List.of(anchor("VERY_SATISFIED", 100, 80), anchor("SATISFIED", 85, 85),
                anchor("AVERAGE", 90, 70), anchor("BAD", 60, 60), anchor("VERY_BAD", 50, 10));
        assertThat(new AnchoredScoring(WORDS, rising, equal("q"), Share.ALL).contradictions()).extracting(Sentence::key)
                .containsExactlyInAnyOrder("survey.anchored.floorsFall", "survey.anchored.valueOutside",
                        "survey.anchored.valueOutside", "survey.anchored.lastFloorZero");
    }

    @Test
    void rulesAreData() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(ANCHORED), ScoringRule.class)).isEqualTo(ANCHORED);
        assertThat(json.readValue(json.writeValueAsString(FIVE_POINTS), ScoringRule.class)).isEqualTo(FIVE_POINTS);
    }
}
