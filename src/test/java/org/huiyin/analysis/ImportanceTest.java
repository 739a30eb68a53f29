package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.Clause;
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
    @Clause("003/5.1")
    void under_the_number_of_the_procedure_derived_importance_is_off_and_says_why() {
        DerivedImportance off = DerivedImportance.of("quality", 19, 0.6, 20, 0.95);
        assertThat(off.correlation()).isNull();
        assertThat(off.disabled()).isEqualTo(new Sentence("analysis.derived.tooFew", 19, 20));
        assertThat(DerivedImportance.of("quality", 20, 0.6, 20, 0.95).disabled()).isNull();
        assertThat(DerivedImportance.of("quality", 34, 0.6, 35, 0.95).disabled()).isEqualTo(new Sentence("analysis.derived.tooFew", 34, 35));
        assertThat(DerivedImportance.of("quality", 25, null, 20, 0.95).disabled()).isEqualTo(new Sentence("analysis.derived.noSpread"));
    }

    @Test
    void a_residue_of_a_division_puts_no_factor_on_the_wrong_side() {
        Quadrants quadrants = Quadrants.of(List.of(factor("a", "8.3333333333333333333333333333333333", "5"),
                factor("b", "7", "5"), factor("c", "9.6666666666666666666666666666666667", "5")));
        assertThat(quadrants.factors().getFirst().quadrant()).isEqualTo(Quadrant.KEEP_STABLE);
    }

    @ParameterizedTest
    @CsvSource({"12, -0.10, 0.83", "30, 0.17, 0.73"})
    void theIntervalOfACorrelationOfOneHalf(int answers, double lower, double upper) {
        DerivedImportance importance = DerivedImportance.withInterval("quality", answers, 0.5, 0.95);
        assertThat(importance.lower()).isCloseTo(lower, within(0.006));
        assertThat(importance.upper()).isCloseTo(upper, within(0.006));
    }
}
