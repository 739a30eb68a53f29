package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.huiyin.analysis.RoundComparison.Changes;
import org.huiyin.analysis.RoundComparison.Method;
import org.huiyin.analysis.RoundComparison.Verdict;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundComparisonTest {

    /** The same customers twice; -1 for who was silent. */
    private static Changes changes(int[] before, int[] after) {
        int[] changes = IntStream.range(0, before.length).filter(i -> before[i] >= 0 && after[i] >= 0).map(i -> after[i] - before[i]).toArray();
        return new Changes(changes.length, BigDecimal.valueOf(IntStream.of(changes).sum()),
                BigDecimal.valueOf(IntStream.of(changes).map(change -> change * change).sum()));
    }

    private static int[] round(int... scores) {
        return scores;
    }

    private static StratifiedIndex index(int population, int... scores) {
        return StratifiedIndex.of(List.of(new StratumSample("ALL", population, scores.length,
                Arrays.stream(scores).mapToObj(Score::of).toList(), false)), Score.of(0), 0.95);
    }

    @Test
    void everyCustomerALittleBetterIsProof() {
        RoundComparison comparison = RoundComparison.paired(
                changes(round(60, 70, 80, 90, -1), round(65, 74, 86, 95, 20)), false, 0.95);
        assertThat(comparison.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(comparison.method()).isEqualTo(Method.PAIRED);
        assertThat(comparison.pairs()).isEqualTo(4);
        assertThat(comparison.difference()).isEqualByComparingTo("5");
        assertThat(Objects.requireNonNull(comparison.interval()).halfWidth()).isCloseTo(1.299, within(0.001));
        assertThat(comparison.notes()).isEmpty();
    }

    @Test
    void theSameMeansWithoutPairsAreNoProof() {
        RoundComparison comparison =
                RoundComparison.unpaired(index(20, 60, 70, 80, 90), index(20, 65, 74, 86, 95), false, 0.95);
        assertThat(comparison.verdict()).isEqualTo(Verdict.NO_PROOF);
        assertThat(comparison.method()).isEqualTo(Method.UNPAIRED);
        assertThat(comparison.notes()).containsExactly(new Sentence("analysis.compare.overlap"));
    }

    @ParameterizedTest
    @CsvSource({"90, IMPROVED", "40, WORSENED", "70, NO_PROOF"})
    void farApartIndexesAreProof(int score, Verdict verdict) {
        RoundComparison comparison = RoundComparison.unpaired(
                index(30, 69, 70, 71, 70, 69, 71), index(30, score - 1, score, score + 1, score), false, 0.95);
        assertThat(comparison.verdict()).isEqualTo(verdict);
    }

    @Test
    void aChangedScoringRuleIsSaidBesideTheVerdict() {
        RoundComparison comparison = RoundComparison.paired(changes(round(60, 61), round(80, 81)), true, 0.95);
        assertThat(comparison.verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(comparison.notes()).containsExactly(new Sentence("analysis.compare.scoringChanged"));
    }

    @Test
    void onePairProvesNothing() {
        RoundComparison comparison = RoundComparison.paired(changes(round(20), round(100)), false, 0.95);
        assertThat(comparison.verdict()).isEqualTo(Verdict.NO_PROOF);
        assertThat(comparison.method()).isEqualTo(Method.NONE);
        assertThat(comparison.notes()).containsExactly(new Sentence("analysis.compare.tooFewPairs", 1));
    }

    @Test
    void withoutAnIntervalNothingIsProved() {
        assertThat(RoundComparison.unpaired(index(9, 60), index(9, 90, 91), false, 0.95).verdict())
                .isEqualTo(Verdict.NO_PROOF);
    }
}
