package org.huiyin.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.huiyin.Clause;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Share;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rescaling over what was answered, and the least part that must be, with other forms than that of procedure 001. */
@Clause("001/5.4.4")
class RescalingTest {

    private static final MathContext MANY = new MathContext(60);

    /** A form with weights that add to 100 and rows that fall from their weight. */
    private static MatrixScoring form(Random random, int minimumPermille) {
        List<MatrixScoring.Row> rows = new ArrayList<>();
        int left = 100;
        int items = 3 + random.nextInt(9);
        for (int i = 0; i < items; i++) {
            int weight = i == items - 1 ? left : 1 + random.nextInt(Math.max(1, left - (items - i - 1)) / 2 + 1);
            weight = Math.min(weight, left - (items - i - 1));
            left -= weight;
            int[] points = new int[5];
            points[0] = weight;
            for (int d = 1; d < 5; d++) {
                points[d] = random.nextInt(points[d - 1] + 1);
            }
            rows.add(Forms.row("item" + i, weight, points));
        }
        return new MatrixScoring(Forms.FIVE, rows, new Share(BigDecimal.valueOf(minimumPermille, 3)));
    }

    @ParameterizedTest
    @ValueSource(longs = {3L, 2026L, 999_983L})
    void the_score_is_the_points_over_the_weight_answered_and_too_little_is_doubted(long seed) {
        Random random = new Random(seed);
        for (int trial = 0; trial < 400; trial++) {
            int minimum = List.of(650, 800, 875, 1000, 0).get(random.nextInt(5));
            MatrixScoring form = form(random, minimum);
            assertThat(form.contradictions()).isEmpty();
            List<ItemAnswer> answers = new ArrayList<>();
            long points = 0;
            long answered = 0;
            for (MatrixScoring.Row row : form.rows()) {
                int degree = random.nextInt(5);
                int fate = random.nextInt(6);
                if (fate == 0) {
                    answers.add(ItemAnswer.notApplicable(row.item()));
                } else if (fate == 1) {
                    answers.add(ItemAnswer.unanswered(row.item()));
                } else {
                    answers.add(ItemAnswer.degree(row.item(), Forms.FIVE.degrees().get(degree).code()));
                    points += row.points().get(degree).longValueExact();
                    answered += row.weight().longValueExact();
                }
            }
            String where = "seed " + seed + " trial " + trial;
            ScoreCard card = form.score(answers);
            assertThat(card.doubtful()).as(where).isEqualTo(answered * 1000 < minimum * 100L);
            assertThat(card.answered().value()).as(where).isEqualByComparingTo(BigDecimal.valueOf(answered, 2));
            if (answered == 0) {
                assertThat(card.total()).as(where).isNull();
                continue;
            }
            var exact = BigDecimal.valueOf(points * 100).divide(BigDecimal.valueOf(answered), MANY).setScale(24, RoundingMode.HALF_UP);
            assertThat(Objects.requireNonNull(card.total()).value()).as(where).isEqualByComparingTo(exact);
            assertThat(card.total().shown()).as(where).isEqualTo(exact.setScale(1, RoundingMode.HALF_UP).toPlainString());
        }
    }

    @ParameterizedTest
    @CsvSource({"74.95, 75.0, C", "74.94, 74.9, C", "75, 75.0, B", "89.96, 90.0, B", "59.999, 60.0, D", "34.95, 35.0, E"})
    void a_band_is_decided_before_the_figure_is_rounded_for_the_eye(String score, String shown, String band) {
        assertThat(Score.of(score).shown()).isEqualTo(shown);
        assertThat(Forms.bands(BandRule.Edges.LOWER_INCLUSIVE).bandOf(Score.of(score)).code()).isEqualTo(band);
    }
}
