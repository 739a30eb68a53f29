package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huiyin.survey.Forms.MATRIX;
import static org.huiyin.survey.Forms.all;
import static org.huiyin.survey.Forms.row;
import static org.huiyin.survey.Forms.with;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class MatrixScoringTest {

    private final BandRule bands = Forms.bands(BandRule.Edges.LOWER_INCLUSIVE);

    private static Score total(List<ItemAnswer> answers) {
        return Objects.requireNonNull(MATRIX.score(answers).total());
    }

    @ParameterizedTest
    @CsvSource({
        "VERY_SATISFIED, 100, A", "SATISFIED, 88, B", "INDIFFERENT, 60, C", "DISSATISFIED, 42, D", "OPPOSED, 14, E"})
    void oneDegreeThroughout(String degree, String score, String band) {
        assertThat(total(all(degree))).isEqualTo(Score.of(score));
        assertThat(bands.bandOf(total(all(degree))).code()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({
        "VERY_SATISFIED, performance, OPPOSED, 75", "SATISFIED, performance, DISSATISFIED, 76",
        "SATISFIED, delivery, OPPOSED, 80", "SATISFIED, performance, VERY_SATISFIED, 91",
        "INDIFFERENT, life, DISSATISFIED, 57", "OPPOSED, packaging, VERY_SATISFIED, 18"})
    void oneItemDiffers(String degree, String item, String other, String score) {
        assertThat(total(all(degree, item, other))).isEqualTo(Score.of(score));
    }

    @Test
    void notApplicableIsRescaledOverTheAnsweredWeight() {
        ScoreCard card = MATRIX.score(with(all("SATISFIED"), ItemAnswer.notApplicable("improvement")));
        assertThat(card.total()).isNotNull();
        assertThat(Objects.requireNonNull(card.total()).shown()).isEqualTo("87.8");
        assertThat(card.answered()).isEqualTo(Share.percent(90));
        assertThat(card.notApplicable()).isEqualTo(Share.percent(10));
        assertThat(card.unanswered().isNone()).isTrue();
        assertThat(card.doubtful()).isFalse();
        assertThat(card.notes()).extracting(Sentence::key).containsExactly("survey.score.rescaled");
    }

    @Test
    void underTheShareOfThePolicyTheAnswerIsDoubtful() {
        List<ItemAnswer> eighty = with(with(all("SATISFIED"), ItemAnswer.notApplicable("improvement")),
                ItemAnswer.unanswered("delivery"));
        assertThat(MATRIX.score(eighty).doubtful()).isFalse();
        ScoreCard below = MATRIX.score(with(eighty, ItemAnswer.unanswered("price")));
        assertThat(below.doubtful()).isTrue();
        assertThat(below.unanswered()).isEqualTo(Share.percent(15));
        assertThat(below.notApplicable()).isEqualTo(Share.percent(10));
        assertThat(below.total()).isNotNull();
    }

    @Test
    void anAnswerWithNothingInItHasNoScore() {
        ScoreCard card = MATRIX.score(List.of());
        assertThat(card.total()).isNull();
        assertThat(card.doubtful()).isTrue();
        assertThat(card.unanswered()).isEqualTo(Share.ALL);
        assertThat(card.items()).hasSize(10);
    }

    @Test
    void nobodyCanScoreBelowFourteen() {
        assertThat(MATRIX.floor()).isEqualTo(Score.of(14));
    }

    @Test
    void aBetterDegreeNeverLowersAScore() {
        long seed = 5431L;
        Random random = new Random(seed);
        List<Scale.Degree> degrees = MATRIX.scale().degrees();
        for (int round = 0; round < 2_000; round++) {
            List<ItemAnswer> answers = new ArrayList<>();
            List<ItemAnswer> better = new ArrayList<>();
            int raised = random.nextInt(10);
            for (int i = 0; i < 10; i++) {
                String item = MATRIX.itemCodes().get(i);
                int degree = random.nextInt(5);
                ItemAnswer answer = random.nextInt(6) == 0 && i != raised
                        ? ItemAnswer.notApplicable(item)
                        : ItemAnswer.degree(item, degrees.get(degree).code());
                answers.add(answer);
                better.add(i == raised ? ItemAnswer.degree(item, degrees.get(Math.max(0, degree - 1)).code()) : answer);
            }
            assertThat(total(better)).as("seed %s round %s", seed, round).isGreaterThanOrEqualTo(total(answers));
            assertThat(total(answers)).isGreaterThanOrEqualTo(Score.of(10));
        }
    }

    static Stream<Arguments> badMatrices() {
        return Stream.of(
                Arguments.of("survey.matrix.weightsSum", List.of(row("a", 60, 60, 50, 40, 30, 10), row("b", 30, 30, 20, 9, 8, 7))),
                Arguments.of("survey.matrix.notMonotone", List.of(row("a", 100, 100, 50, 60, 30, 10))),
                Arguments.of("survey.matrix.firstIsWeight", List.of(row("a", 100, 99, 50, 40, 30, 10))),
                Arguments.of("survey.matrix.rowLength", List.of(row("a", 100, 100, 50, 40, 30))),
                Arguments.of("survey.matrix.negative", List.of(row("a", 100, 100, 50, 40, 30, -1))),
                Arguments.of("survey.rule.itemTwice", List.of(row("a", 50, 50, 4, 3, 2, 1), row("a", 50, 50, 4, 3, 2, 1))),
                Arguments.of("survey.rule.weightNotPositive", List.of(row("a", 100, 100, 4, 3, 2, 1), row("b", 0, 0, 0, 0, 0, 0))));
    }

    @ParameterizedTest
    @MethodSource("badMatrices")
    void aMatrixThatContradictsItselfIsRefused(String key, List<MatrixScoring.Row> rows) {
        MatrixScoring bad = new MatrixScoring(Forms.FIVE, rows, Share.percent(80));
        assertThat(bad.contradictions()).extracting(Sentence::key).contains(key);
    }

    @Test
    void theMatrixOfTheProcedureIsNotRefused() {
        assertThat(MATRIX.contradictions()).isEmpty();
        MatrixScoring equal = new MatrixScoring(Forms.FIVE, List.of(row("a", 100, 100, 100, 50, 50, 0)), Share.ALL);
        assertThat(equal.contradictions()).isEmpty();
    }

    @Test
    void unknownItemsDegreesAndDoublesAreRefused() {
        assertThatThrownBy(() -> MATRIX.score(List.of(ItemAnswer.degree("colour", "SATISFIED")))).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> MATRIX.score(List.of(ItemAnswer.degree("price", "GREAT")))).isInstanceOf(BrokenRule.class);
        assertThatThrownBy(() -> MATRIX.score(List.of(ItemAnswer.number("price", BigDecimal.TEN)))).isInstanceOf(BrokenRule.class);
        ItemAnswer price = ItemAnswer.degree("price", "SATISFIED");
        assertThatThrownBy(() -> MATRIX.score(List.of(price, price))).isInstanceOf(BrokenRule.class);
    }

    @Test
    void theRuleIsData() {
        JsonMapper json = JsonMapper.builder().build();
        String text = json.writeValueAsString(MATRIX);
        assertThat(text).contains("\"kind\":\"MATRIX\"");
        assertThat(json.readValue(text, ScoringRule.class)).isEqualTo(MATRIX);
        assertThat(json.readValue(json.writeValueAsString(bands), BandRule.class)).isEqualTo(bands);
        assertThat(json.readValue(json.writeValueAsString(Forms.TRIGGER), TriggerRule.class)).isEqualTo(Forms.TRIGGER);
    }
}
