package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.huiyin.analysis.CustomerMean.ContactScore;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StratifiedIndexTest {

    private static final Score FLOOR = Score.of(14);
    private static final StratumSample A = stratum("A", 6, 6, 97, 79, 91, 85, 88, 88);
    private static final StratumSample B = stratum("B", 10, 5, 72, 72, 88, 88, 80);
    private static final StratumSample C = stratum("C", 15, 3, 60, 70, 80);
    private static final StratumSample D = new StratumSample("D", 9, 0, List.of(), true);

    private static StratumSample stratum(String code, int population, int invited, int... scores) {
        return new StratumSample(code, population, invited, Arrays.stream(scores).mapToObj(Score::of).toList(), false);
    }

    private static StratifiedIndex index(StratumSample... strata) {
        return StratifiedIndex.of(List.of(strata), FLOOR, 0.95);
    }

    private static Score mean(StratifiedIndex index) {
        return Objects.requireNonNull(index.mean());
    }

    private static Interval interval(StratifiedIndex index) {
        return Objects.requireNonNull(index.interval());
    }

    @Test
    void theGoldenFigures() {
        StratifiedIndex index = index(A, B, C, D);
        assertThat(mean(index).shown()).isEqualTo("76.7");
        assertThat(interval(index).standardError()).isCloseTo(2.6286, within(0.0001));
        assertThat(interval(index).degreesOfFreedom()).isCloseTo(2.4355, within(0.001));
        assertThat(interval(index).halfWidth()).isCloseTo(9.59, within(0.1));
        assertThat(Objects.requireNonNull(index.plainMean()).shown()).isEqualTo("81.3");
        assertThat(index.population()).isEqualTo(31);
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.exempt", "D", 9));
        assertThat(index.lines()).extracting(line -> line.standardDeviation()).containsExactly(6.0, 8.0, 10.0, null);
    }

    @Test
    void silenceWidensTheBoundsButNotTheMean() {
        int[] eighteen = new int[18];
        Arrays.fill(eighteen, 84);
        StratifiedIndex index = StratifiedIndex.of(List.of(stratum("ALL", 30, 30, eighteen)), Score.of(42), 0.95);
        StratifiedIndex.Bounds bounds = Objects.requireNonNull(index.bounds());
        assertThat(bounds.lowest().shown()).isEqualTo("67.2");
        assertThat(bounds.highest().shown()).isEqualTo("90.4");
        assertThat(bounds.silent()).isEqualTo(12);
        assertThat(mean(index)).isEqualTo(Score.of(84));
    }

    @Test
    void withoutSilenceTheBoundsAreTheIndex() {
        StratifiedIndex index = index(A, B, C, D);
        assertThat(Objects.requireNonNull(index.bounds()).lowest()).isEqualTo(mean(index));
        assertThat(Objects.requireNonNull(index.bounds()).highest()).isEqualTo(mean(index));
    }

    @Test
    void aClassWithoutAnswersIsNamedAndLeftOutAndBoundsTheIndex() {
        StratifiedIndex index = index(A, B, stratum("C", 15, 3));
        assertThat(mean(index).value()).isEqualByComparingTo("83");
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.leftOut", "C", 15));
        assertThat(Objects.requireNonNull(index.bounds()).lowest().value().doubleValue())
                .isCloseTo((6 * 88 + 10 * 80 + 15 * 14) / 31.0, within(1e-9));
        assertThat(Objects.requireNonNull(index.bounds()).highest().value().doubleValue())
                .isCloseTo((6 * 88 + 10 * 80 + 15 * 100) / 31.0, within(1e-9));
    }

    @Test
    void aClassWithOneAnswerTakesThePooledVarianceAndSaysSo() {
        StratifiedIndex index = index(A, B, stratum("C", 15, 3, 70));
        double pooled = (180 + 256) / 9.0;
        double expected = Math.pow(10 / 31.0, 2) * 64 / 5 * 0.5 + Math.pow(15 / 31.0, 2) * pooled * (14 / 15.0);
        assertThat(interval(index).standardError()).isCloseTo(Math.sqrt(expected), within(1e-9));
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.pooled", "C"));
        assertThat(index.lines().getLast().pooledVariance()).isTrue();
    }

    @Test
    void singleAnswersOnlyGiveNoInterval() {
        StratifiedIndex index = index(stratum("A", 3, 3, 80), stratum("B", 4, 2, 60));
        assertThat(index.interval()).isNull();
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.noVariance"));
        assertThat(index.lower()).isNull();
    }

    @Test
    void aCensusLeavesNoChance() {
        StratifiedIndex index = index(A, stratum("B", 1, 1, 50));
        assertThat(interval(index)).isEqualTo(new Interval(0, null, 0, 0.95));
        assertThat(index.lower()).isEqualTo(mean(index).value().doubleValue());
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.census"));
    }

    /** Where a whole class is silent, not everybody has answered. */
    @Test
    void aSilentClassIsNoPartOfTheCensus() {
        StratifiedIndex index = index(A, stratum("B", 1, 1, 50), stratum("C", 15, 3));
        assertThat(interval(index).halfWidth()).isZero();
        assertThat(index.notes()).containsExactly(new Sentence("analysis.index.leftOut", "C", 15), new Sentence("analysis.index.heardOnly"));
    }

    @Test
    void nobodyAnsweredMeansNoIndex() {
        StratifiedIndex index = index(stratum("A", 3, 3));
        assertThat(index.mean()).isNull();
        assertThat(index.interval()).isNull();
        assertThat(index.plainMean()).isNull();
        assertThat(Objects.requireNonNull(index.bounds()).lowest()).isEqualTo(FLOOR);
        assertThat(index().bounds()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6, 7.51", "12, 3.94", "18, 2.52", "24, 1.51"})
    void theSmallPopulationNarrowsTheInterval(int answers, double halfWidth) {
        StratifiedIndex index = StratifiedIndex.of(
                List.of(new StratumSample("ALL", 30, answers, withDeviationEight(answers), false)), FLOOR, 0.95);
        assertThat(interval(index).halfWidth()).isCloseTo(halfWidth, within(0.006));
    }

    /** Scores about 50 whose standard deviation is 8. */
    private static List<Score> withDeviationEight(int count) {
        double off = 8 * Math.sqrt((count - 1.0) / count);
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scores.add(new Score(BigDecimal.valueOf(50 + (i % 2 == 0 ? off : -off))));
        }
        return scores;
    }

    @Test
    void theIntervalCoversTheTruthAboutAsOftenAsItSays() {
        long seed = 31L;
        Random random = new Random(seed);
        int covered = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            List<StratumSample> strata = new ArrayList<>();
            double truth = 0;
            for (String code : List.of("A", "B", "C")) {
                List<Score> all = new ArrayList<>();
                for (int i = 0; i < 20; i++) {
                    all.add(new Score(BigDecimal.valueOf(Math.clamp(75 + 8 * random.nextGaussian(), 0, 100))));
                }
                truth += all.stream().mapToDouble(s -> s.value().doubleValue()).sum() / 60;
                Collections.shuffle(all, random);
                strata.add(new StratumSample(code, 20, 8, all.subList(0, 8), false));
            }
            StratifiedIndex index = StratifiedIndex.of(strata, FLOOR, 0.95);
            if (Math.abs(mean(index).value().doubleValue() - truth) <= interval(index).halfWidth()) {
                covered++;
            }
        }
        assertThat(covered / 2_000.0).as("seed %s", seed).isBetween(0.93, 0.97);
    }

    @Test
    void moreAnswersThanAskedAreRefused() {
        assertThatThrownBy(() -> stratum("A", 3, 1, 80, 90)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stratum("A", 3, 4, 80)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void contactsAreBroughtTogetherInTheirCustomerFirst() {
        CustomerMean mean = CustomerMean.of(List.of(
                new ContactScore(Score.of(90), BigDecimal.TWO), new ContactScore(Score.of(60), BigDecimal.ONE)));
        assertThat(mean).isEqualTo(new CustomerMean(Score.of(80), 2));
        assertThat(CustomerMean.of(List.of(new ContactScore(Score.of(90), BigDecimal.ZERO), new ContactScore(Score.of(60), BigDecimal.ZERO))))
                .isEqualTo(new CustomerMean(Score.of(75), 2));
        assertThat(CustomerMean.of(List.of(new ContactScore(Score.of(90), BigDecimal.ZERO), new ContactScore(Score.of(61), BigDecimal.TWO))))
                .isEqualTo(new CustomerMean(Score.of(61), 2));
        assertThatThrownBy(() -> CustomerMean.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void eighteenReceivedSeventeenValid() {
        Validity validity = new Validity(18, 0, List.of("confirmed by telephone"));
        assertThat(validity.valid()).isEqualTo(17);
        assertThat(validity.sentence())
                .isEqualTo(new Sentence("analysis.validity.reasons", 18, 17, 1, "confirmed by telephone"));
        assertThat(new Validity(18, 2, List.of("x")).valid()).isEqualTo(15);
        assertThatThrownBy(() -> new Validity(1, 1, List.of("x"))).isInstanceOf(IllegalArgumentException.class);
    }
}
