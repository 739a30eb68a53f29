package org.huiyin.campaign;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;

/**
 * How the procedure picks the customers of a round: by class shares in rotation (001/5.4.2.1a), all of them (000/2), all
 * by kind (002/5.1.1), or recommended and approved (003/4.2.1). A class without a share is exempt; unclassified customers
 * are taken by the share of the class named for them.
 */
public record SamplingRule(Strategy strategy, Map<Grade, Share> shares, Rounding rounding, Grade unclassifiedAs) {

    /** The ways of choosing. */
    public enum Strategy {
        CLASS_ROTATION,
        CENSUS,
        CENSUS_BY_KIND,
        RECOMMEND_APPROVE
    }

    /** How a share of a class becomes a whole number of customers (D8). */
    public enum Rounding {
        CEIL(RoundingMode.CEILING),
        HALF_UP(RoundingMode.HALF_UP),
        FLOOR(RoundingMode.FLOOR);

        private final RoundingMode mode;

        Rounding(RoundingMode mode) {
            this.mode = mode;
        }
    }

    public SamplingRule {
        shares = Map.copyOf(shares);
    }

    public Share shareOf(Grade grade) {
        return shares.getOrDefault(grade.isClassified() ? grade : unclassifiedAs, Share.NONE);
    }

    /** How many of a class are asked: none where it is exempt or empty, otherwise at least one and never more than all. */
    public int sizeOf(Grade grade, int population) {
        Share share = shareOf(grade);
        if (share.isNone() || population == 0) {
            return 0;
        }
        return Math.max(1, share.count(population, rounding.mode));
    }

    /** Each sentence says what keeps this rule from being approved. */
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>();
        if (strategy == Strategy.CLASS_ROTATION && shares.values().stream().allMatch(Share::isNone)) {
            found.add(new Sentence("campaign.sampling.nobody"));
        }
        if (!unclassifiedAs.isClassified()) {
            found.add(new Sentence("campaign.sampling.unclassifiedAs"));
        }
        return found;
    }
}
