package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.analysis.DerivedImportance.Marks;
import org.huiyin.analysis.Quadrants.Factor;
import org.huiyin.analysis.Quadrants.Placed;
import org.huiyin.analysis.Quadrants.Quadrant;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportanceTest {

    private static Factor factor(String code, String importance, String satisfaction) {
        return new Factor(code, new BigDecimal(importance), new BigDecimal(satisfaction));
    }

    private static List<Marks> marks(int count) {
        List<Marks> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(new Marks(i % 7, (i % 7) + (i % 3)));
        }
        return marks;
    }

    @Test
    void theGoldenQuadrants() {
        Quadrants quadrants = Quadrants.of(List.of(factor("quality", "9.0", "6.5"), factor("response", "8.5", "8.8"),
                factor("documents", "5.0", "8.9"), factor("training", "5.2", "6.0")));
        assertThat(quadrants.importanceCut()).isEqualByComparingTo("6.925");
        assertThat(quadrants.satisfactionCut()).isEqualByComparingTo("7.55");
        assertThat(Quadrants.shown(quadrants.importanceCut())).isEqualTo("6.93");
        assertThat(Quadrants.shown(quadrants.satisfactionCut())).isEqualTo("7.55");
        assertThat(quadrants.factors()).extracting(Placed::quadrant).containsExactly(Quadrant.FOCUS_IMPROVEMENT,
                Quadrant.KEEP_STABLE, Quadrant.POSSIBLE_OVERKILL, Quadrant.LOW_PRIORITY);
    }

    @Test
    void aFactorBetweenTheExactAndTheShownCutIsPlacedByTheExactOne() {
        Quadrants quadrants = Quadrants.of(List.of(
                factor("a", "6.926", "5"), factor("b", "6.924", "5"), factor("c", "6.925", "5")));
        assertThat(quadrants.factors()).extracting(Placed::quadrant).containsExactly(
                Quadrant.KEEP_STABLE, Quadrant.POSSIBLE_OVERKILL, Quadrant.KEEP_STABLE);
        assertThatThrownBy(() -> Quadrants.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void underTwentyAnswersDerivedImportanceIsOffAndSaysWhy() {
        DerivedImportance off = DerivedImportance.of("quality", marks(19), 20, 0.95);
        assertThat(off.correlation()).isNull();
        assertThat(off.disabled()).isEqualTo(new Sentence("analysis.derived.tooFew", 19, 20));
        assertThat(DerivedImportance.of("quality", marks(20), 20, 0.95).disabled()).isNull();
        List<Marks> flat = Stream.generate(() -> new Marks(5, 5)).limit(25).toList();
        assertThat(DerivedImportance.of("quality", flat, 20, 0.95).disabled())
                .isEqualTo(new Sentence("analysis.derived.noSpread"));
    }

    @ParameterizedTest
    @CsvSource({"12, -0.10, 0.83", "30, 0.17, 0.73"})
    void theIntervalOfACorrelationOfOneHalf(int answers, double lower, double upper) {
        DerivedImportance importance = DerivedImportance.withInterval("quality", answers, 0.5, 0.95);
        assertThat(importance.lower()).isCloseTo(lower, within(0.006));
        assertThat(importance.upper()).isCloseTo(upper, within(0.006));
    }

    @Test
    void perfectCorrelationIsOne() {
        List<Marks> line = Stream.iterate(0, i -> i + 1).limit(20).map(i -> new Marks(i, 3 * i)).toList();
        assertThat(DerivedImportance.of("quality", line, 20, 0.95).correlation()).isCloseTo(1, within(1e-12));
    }
}
