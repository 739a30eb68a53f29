package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Band;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;

/**
 * Which band a score falls into, decided on the exact score: the edges are the lower ends, best band first, and the
 * setting says to which side an edge itself belongs (001/5.4.5, decision D7).
 */
public record BandRule(List<Step> bands, Edges edges) {

    /** A band with the score at which it begins; the last one begins at 0. */
    public record Step(String code, Label label, BigDecimal from) {}

    /** Whether a score on an edge belongs to the band above it or to the one below. */
    public enum Edges {
        LOWER_INCLUSIVE,
        UPPER_INCLUSIVE
    }

    public BandRule {
        bands = List.copyOf(bands);
        if (bands.isEmpty()) {
            throw new IllegalArgumentException("A band rule needs a band");
        }
    }

    public Band bandOf(Score score) {
        int last = bands.size() - 1;
        for (int i = 0; i < last; i++) {
            if (reaches(score, bands.get(i).from())) {
                return band(i);
            }
        }
        return band(last);
    }

    /** Whether the score lies exactly on an edge between two bands and so deserves the boundary badge. */
    public boolean onEdge(Score score) {
        return bands.stream().limit(bands.size() - 1L).anyMatch(step -> score.value().compareTo(step.from()) == 0);
    }

    /** Each sentence says what keeps this rule from being approved; empty when nothing does. */
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        BigDecimal above = Score.HIGHEST.add(BigDecimal.ONE);
        for (Step step : bands) {
            if (!codes.add(step.code())) {
                found.add(new Sentence("survey.bands.codeTwice", step.code()));
            }
            if (step.from().compareTo(above) >= 0) {
                found.add(new Sentence("survey.bands.edgesFall", step.code(), step.from().toPlainString()));
            }
            above = step.from();
        }
        if (above.signum() != 0) {
            found.add(new Sentence("survey.bands.lastFromZero", above.toPlainString()));
        }
        return found;
    }

    private boolean reaches(Score score, BigDecimal edge) {
        return switch (edges) {
            case LOWER_INCLUSIVE -> score.value().compareTo(edge) >= 0;
            case UPPER_INCLUSIVE -> score.value().compareTo(edge) > 0;
        };
    }

    private Band band(int rank) {
        return new Band(bands.get(rank).code(), rank, bands.get(rank).label());
    }
}
