package org.huiyin.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.huiyin.Clause;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The index against a second computation that shares nothing with it: means as fractions of whole numbers, the quantile
 * of t by integrating its density, on small populations drawn by chance.
 */
@Clause({"001/5.4.3.1", "001/5.4.4"})
class IndexOracleTest {

    private static final int POPULATIONS = 40;

    /** A fraction of whole numbers: no rounding anywhere. */
    private record Fraction(BigInteger over, BigInteger under) {

        static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

        static Fraction of(long over, long under) {
            return new Fraction(BigInteger.valueOf(over), BigInteger.valueOf(under));
        }

        Fraction plus(Fraction other) {
            return new Fraction(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        BigDecimal decimal() {
            return new BigDecimal(over).divide(new BigDecimal(under), new MathContext(60));
        }

        double value() {
            return decimal().doubleValue();
        }
    }

    /** A class of the population; scores in tenths of a point. */
    private record Stratum(String code, int population, int invited, List<Integer> tenths) {

        StratumSample sample() {
            return new StratumSample(code, population, invited, tenths.stream().map(t -> new Score(BigDecimal.valueOf(t, 1))).toList(), false);
        }

        Fraction sum() {
            return Fraction.of(tenths.stream().mapToLong(Integer::longValue).sum(), 10);
        }

        Fraction mean() {
            return sum().times(Fraction.of(1, tenths.size()));
        }

        /** n times the sum of squares minus the square of the sum, over n (n - 1). */
        double variance() {
            long n = tenths.size();
            long sum = tenths.stream().mapToLong(Integer::longValue).sum();
            long squares = tenths.stream().mapToLong(t -> (long) t * t).sum();
            return Fraction.of(n * squares - sum * sum, 100 * n * (n - 1)).value();
        }
    }

    private static List<Stratum> population(Random random) {
        List<Stratum> strata = new ArrayList<>();
        int classes = 1 + random.nextInt(4);
        for (int i = 0; i < classes; i++) {
            int population = 1 + random.nextInt(12);
            int invited = 1 + random.nextInt(population);
            int answered = random.nextInt(invited + 1);
            List<Integer> tenths = new ArrayList<>();
            for (int k = 0; k < answered; k++) {
                tenths.add(140 + random.nextInt(861));
            }
            strata.add(new Stratum("ABCD".substring(i, i + 1), population, invited, tenths));
        }
        return strata;
    }

    @ParameterizedTest
    @ValueSource(longs = {20261121L, 7L, 54431L})
    void agrees_with_fractions_and_an_integrated_quantile(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < POPULATIONS; round++) {
            List<Stratum> strata = population(random);
            var confidence = List.of(0.8, 0.9, 0.95, 0.99).get(random.nextInt(4));
            var index = StratifiedIndex.of(strata.stream().map(Stratum::sample).toList(), Score.of(14), confidence);
            compare(strata, index, confidence, "seed " + seed + " round " + round + " " + strata);
        }
    }

    private static void compare(List<Stratum> strata, StratifiedIndex index, double confidence, String where) {
        var heard = strata.stream().filter(s -> !s.tenths().isEmpty()).toList();
        long heardPopulation = heard.stream().mapToLong(Stratum::population).sum();
        long population = strata.stream().mapToLong(Stratum::population).sum();
        for (Stratum silent : strata) {
            assertThat(index.notes().contains(new Sentence("analysis.index.leftOut", silent.code(), silent.population())))
                    .as(where).isEqualTo(silent.tenths().isEmpty());
        }
        assertBounds(strata, index, population, where);
        if (heard.isEmpty()) {
            assertThat(index.mean()).as(where).isNull();
            return;
        }
        var mean = heard.stream().map(s -> s.mean().times(Fraction.of(s.population(), heardPopulation))).reduce(Fraction.ZERO, Fraction::plus);
        assertThat(Objects.requireNonNull(index.mean()).value()).as(where)
                .isEqualByComparingTo(mean.decimal().setScale(24, RoundingMode.HALF_UP));
        assertThat(index.mean().shown()).as(where).isEqualTo(mean.decimal().setScale(24, RoundingMode.HALF_UP).setScale(1, RoundingMode.HALF_UP).toPlainString());
        assertInterval(heard, index, heardPopulation, confidence, where);
    }

    private static void assertBounds(List<Stratum> strata, StratifiedIndex index, long population, String where) {
        var bounds = Objects.requireNonNull(index.bounds());
        for (int given : new int[] {14, 100}) {
            var bound = strata.stream()
                    .map(s -> s.sum().plus(Fraction.of((long) given * (s.invited() - s.tenths().size()), 1))
                            .times(Fraction.of(s.population(), (long) s.invited() * population)))
                    .reduce(Fraction.ZERO, Fraction::plus);
            assertThat((given == 14 ? bounds.lowest() : bounds.highest()).value().doubleValue()).as(where).isCloseTo(bound.value(), within(1e-12));
        }
        assertThat(bounds.silent()).as(where).isEqualTo(strata.stream().mapToInt(s -> s.invited() - s.tenths().size()).sum());
    }

    private static void assertInterval(List<Stratum> heard, StratifiedIndex index, long all, double confidence, String where) {
        int freedom = heard.stream().mapToInt(s -> s.tenths().size() - 1).sum();
        boolean poolNeeded = heard.stream().anyMatch(s -> s.tenths().size() == 1 && s.population() > 1);
        if (poolNeeded && freedom == 0) {
            assertThat(index.interval()).as(where).isNull();
            return;
        }
        double pooled = heard.stream().filter(s -> s.tenths().size() > 1).mapToDouble(s -> s.variance() * (s.tenths().size() - 1)).sum() / Math.max(1, freedom);
        double variance = 0;
        double under = 0;
        for (Stratum s : heard) {
            int n = s.tenths().size();
            double own = n > 1 ? s.variance() : s.population() == 1 ? 0 : pooled;
            double weight = (double) s.population() / all;
            double part = weight * weight * own / n * (1 - (double) n / s.population());
            variance += part;
            under += part * part / (n > 1 ? n - 1 : Math.max(1, freedom));
            assertThat(index.notes().contains(new Sentence("analysis.index.pooled", s.code()))).as(where).isEqualTo(n == 1 && s.population() > 1);
        }
        if (variance < 1e-18) {
            assertThat(index.interval() == null || index.interval().halfWidth() == 0).as(where).isTrue();
            return;
        }
        var interval = Objects.requireNonNull(index.interval(), where);
        double df = variance * variance / under;
        assertThat(interval.standardError()).as(where).isCloseTo(Math.sqrt(variance), within(1e-9));
        assertThat(Objects.requireNonNull(interval.degreesOfFreedom())).as(where).isCloseTo(df, within(1e-6 * df));
        double t = interval.halfWidth() / interval.standardError();
        assertThat(between(t, df)).as(where + " t " + t + " df " + df).isCloseTo(confidence, within(2e-6));
    }

    /** The probability that T lies between -t and t. */
    private static double between(double t, double df) {
        double a = Math.atan(t / Math.sqrt(df));
        // With x = sqrt(df) tan(u) the density becomes cos(u)^(df - 1), up to a constant found by the same rule.
        return simpson(df, a) / simpson(df, Math.PI / 2);
    }

    private static double simpson(double df, double to) {
        int steps = 200_000;
        double h = to / steps;
        double sum = power(0, df) + power(to, df);
        for (int i = 1; i < steps; i++) {
            sum += (i % 2 == 0 ? 2 : 4) * power(i * h, df);
        }
        return sum * h / 3;
    }

    private static double power(double u, double df) {
        return Math.pow(Math.max(0, Math.cos(u)), df - 1);
    }
}
