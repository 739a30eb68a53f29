package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The index over customers, each class weighted by its part of the frame, with an interval that knows how small the
 * population is; the plain mean stands beside it only as "unweighted", and the bounds say what the silent could make of
 * it (standards: ISO 10004; decisions D14, D31). Mean, plain mean and interval are missing where nobody answered; the
 * interval also where too few did.
 */
public record StratifiedIndex(
        @Nullable Score mean,
        @Nullable Interval interval,
        @Nullable Score plainMean,
        @Nullable Bounds bounds,
        int population,
        int answered,
        List<Line> lines,
        List<Sentence> notes) {

    /** The index of the whole frame if all who were asked and stayed silent had given the worst or the best score possible. */
    public record Bounds(Score lowest, Score highest, int silent) {}

    /** What one class adds; it has no weight where it is exempt or left out for want of answers. */
    public record Line(
            String code,
            int population,
            int invited,
            int answered,
            @Nullable Score mean,
            @Nullable Double standardDeviation,
            double weight,
            boolean pooledVariance,
            boolean exempt) {}

    public StratifiedIndex {
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
    }

    /** The lower end for a reader, never under 0. */
    public @Nullable Double lower() {
        return mean == null || interval == null ? null : Math.max(0, mean.value().doubleValue() - interval.halfWidth());
    }

    /** The upper end for a reader, never over 100. */
    public @Nullable Double upper() {
        return mean == null || interval == null ? null : Math.min(100, mean.value().doubleValue() + interval.halfWidth());
    }

    /** Computes the index; the floor is the lowest score that the form allows, and confidence lies between 0 and 1. */
    public static StratifiedIndex of(List<StratumSample> strata, Score floor, double confidence) {
        return new Computation(strata, floor, confidence).index();
    }

    /** One computation, noting what must be said as it goes. */
    private static final class Computation {

        private final List<StratumSample> frame;
        private final List<StratumSample> heard;
        private final List<StratumSample> all;
        private final Score floor;
        private final double confidence;
        private final long heardPopulation;
        private final List<Sentence> notes = new ArrayList<>();

        private Computation(List<StratumSample> strata, Score floor, double confidence) {
            this.all = strata;
            this.frame = strata.stream().filter(s -> !s.exempt() && s.population() > 0).toList();
            this.heard = frame.stream().filter(s -> s.answered() > 0).toList();
            this.heardPopulation = heard.stream().mapToLong(StratumSample::population).sum();
            this.floor = floor;
            this.confidence = confidence;
        }

        private StratifiedIndex index() {
            all.stream().filter(StratumSample::exempt)
                    .forEach(s -> notes.add(new Sentence("analysis.index.exempt", s.code(), s.population())));
            frame.stream().filter(s -> s.answered() == 0)
                    .forEach(s -> notes.add(new Sentence("analysis.index.leftOut", s.code(), s.population())));
            int population = frame.stream().mapToInt(StratumSample::population).sum();
            int answered = heard.stream().mapToInt(StratumSample::answered).sum();
            Interval interval = heard.isEmpty() ? null : interval();
            return new StratifiedIndex(
                    mean(), interval, plainMean(answered), bounds(population), population, answered, lines(), notes);
        }

        private @Nullable Score mean() {
            BigDecimal sum = BigDecimal.ZERO;
            for (StratumSample stratum : heard) {
                BigDecimal part = stratum.sum().multiply(BigDecimal.valueOf(stratum.population()));
                sum = sum.add(part.divide(BigDecimal.valueOf(stratum.answered()), Decimals.EXACT));
            }
            return heard.isEmpty() ? null : new Score(sum.divide(BigDecimal.valueOf(heardPopulation), Decimals.EXACT));
        }

        private @Nullable Score plainMean(int answered) {
            BigDecimal sum = heard.stream().map(StratumSample::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
            return answered == 0 ? null : new Score(sum.divide(BigDecimal.valueOf(answered), Decimals.EXACT));
        }

        private @Nullable Interval interval() {
            double variance = 0;
            double spread = 0;
            boolean census = true;
            for (StratumSample stratum : heard) {
                double sampled = (double) stratum.answered() / stratum.population();
                census &= stratum.answered() == stratum.population();
                double squared = varianceOf(stratum);
                if (Double.isNaN(squared)) {
                    notes.add(new Sentence("analysis.index.noVariance"));
                    return null;
                }
                double part = square(weight(stratum)) * squared / stratum.answered() * (1 - sampled);
                variance += part;
                spread += part * part / freedomOf(stratum);
            }
            if (variance == 0) {
                notes.add(new Sentence(!census ? "analysis.index.noSpread" : heard.size() == frame.size() ? "analysis.index.census" : "analysis.index.heardOnly"));
                return census ? Interval.none(confidence) : null;
            }
            return Interval.of(Math.sqrt(variance), square(variance) / spread, confidence);
        }

        /** A fully asked class adds no chance; one answer takes the pooled variance; not a number where there is none. */
        private double varianceOf(StratumSample stratum) {
            BigDecimal own = stratum.variance();
            if (own != null) {
                return own.doubleValue();
            }
            if (stratum.population() == 1) {
                return 0;
            }
            if (pooledFreedom() > 0) {
                notes.add(new Sentence("analysis.index.pooled", stratum.code()));
            }
            return pooledVariance();
        }

        private double freedomOf(StratumSample stratum) {
            return stratum.answered() > 1 ? stratum.answered() - 1 : Math.max(1, pooledFreedom());
        }

        private int pooledFreedom() {
            return heard.stream().mapToInt(s -> s.answered() - 1).sum();
        }

        private double pooledVariance() {
            double squares = 0;
            for (StratumSample stratum : heard) {
                BigDecimal own = stratum.variance();
                squares += own == null ? 0 : own.doubleValue() * (stratum.answered() - 1);
            }
            return pooledFreedom() == 0 ? Double.NaN : squares / pooledFreedom();
        }

        private double weight(StratumSample stratum) {
            return (double) stratum.population() / heardPopulation;
        }

        private @Nullable Bounds bounds(int population) {
            if (population == 0) {
                return null;
            }
            int silent = frame.stream().mapToInt(StratumSample::silent).sum();
            return new Bounds(bound(population, floor.value()), bound(population, Score.HIGHEST), silent);
        }

        private Score bound(int population, BigDecimal given) {
            BigDecimal sum = BigDecimal.ZERO;
            for (StratumSample stratum : frame) {
                BigDecimal asked = BigDecimal.valueOf(Math.max(1, stratum.invited()));
                BigDecimal assumed = BigDecimal.valueOf(stratum.invited() == 0 ? 1 : stratum.silent()).multiply(given);
                BigDecimal part = stratum.sum().add(assumed).multiply(BigDecimal.valueOf(stratum.population()));
                sum = sum.add(part.divide(asked, Decimals.EXACT));
            }
            return new Score(sum.divide(BigDecimal.valueOf(population), Decimals.EXACT));
        }

        private List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            for (StratumSample stratum : all) {
                boolean counts = heard.contains(stratum);
                BigDecimal mean = stratum.mean();
                BigDecimal variance = stratum.variance();
                lines.add(new Line(stratum.code(), stratum.population(), stratum.invited(), stratum.answered(),
                        mean == null ? null : new Score(mean),
                        variance == null ? null : Math.sqrt(variance.doubleValue()),
                        counts ? weight(stratum) : 0,
                        counts && stratum.answered() == 1 && stratum.population() > 1 && pooledFreedom() > 0,
                        stratum.exempt()));
            }
            return lines;
        }

        private static double square(double value) {
            return value * value;
        }
    }
}
