package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * When an answer asks for action: a total under the threshold (or at it, where inclusive) asks for a corrective action on
 * chosen items; an item at one of the named degrees, or with a remark where the procedure says so, asks for a follow-up
 * (001/5.4.6.1, 002/5.5.1; decisions D7, D33). A missing threshold means that the total never asks.
 */
public record TriggerRule(
        @Nullable BigDecimal threshold,
        boolean inclusive,
        Set<String> lowDegrees,
        boolean remarkAsks,
        int lowestWhenNone) {

    public TriggerRule {
        lowDegrees = Set.copyOf(lowDegrees);
        if (lowestWhenNone < 0) {
            throw new IllegalArgumentException("Lowest items: " + lowestWhenNone);
        }
    }

    /** Why an item was chosen. */
    public enum Cause {
        LOW_DEGREE,
        IMPROVEMENT_WANTED,
        COMMENT,
        AMONG_LOWEST
    }

    /** An item with the causes that chose it. */
    public record Finding(ItemScore item, Set<Cause> causes) {

        public Finding {
            causes = Set.copyOf(causes);
        }
    }

    /** What an answer asks for: items of a corrective action, or items to follow up one by one; both may be empty. */
    public record Outcome(boolean correctiveAction, List<Finding> corrective, List<Finding> followUps) {

        public Outcome {
            corrective = List.copyOf(corrective);
            followUps = List.copyOf(followUps);
        }
    }

    public Outcome apply(ScoreCard card) {
        return asks(card.total())
                ? new Outcome(true, correctiveItems(card), List.of())
                : new Outcome(false, List.of(), followUps(card));
    }

    /** Whether this total asks for a corrective action; no total asks for none. */
    public boolean asks(@Nullable Score total) {
        if (total == null || threshold == null) {
            return false;
        }
        int side = total.value().compareTo(threshold);
        return side < 0 || inclusive && side == 0;
    }

    /** Each sentence says what keeps this rule from being approved with the given scale. */
    public List<Sentence> contradictions(Scale scale) {
        List<Sentence> found = new ArrayList<>();
        lowDegrees.stream().filter(degree -> !scale.has(degree)).sorted()
                .forEach(degree -> found.add(new Sentence("survey.trigger.unknownDegree", degree)));
        if (threshold != null && (threshold.signum() < 0 || threshold.compareTo(Score.HIGHEST) > 0)) {
            found.add(new Sentence("survey.trigger.thresholdOutside", threshold.toPlainString()));
        }
        return found;
    }

    private List<Finding> correctiveItems(ScoreCard card) {
        List<Finding> found = new ArrayList<>();
        for (ItemScore item : card.items()) {
            Set<Cause> causes = causes(item, true);
            if (!causes.isEmpty()) {
                found.add(new Finding(item, causes));
            }
        }
        return found.isEmpty() ? lowest(card) : found;
    }

    private List<Finding> followUps(ScoreCard card) {
        List<Finding> found = new ArrayList<>();
        for (ItemScore item : card.items()) {
            Set<Cause> causes = causes(item, remarkAsks);
            if (!causes.isEmpty()) {
                found.add(new Finding(item, causes));
            }
        }
        return found;
    }

    private Set<Cause> causes(ItemScore item, boolean remarks) {
        Set<Cause> causes = new LinkedHashSet<>();
        if (item.degree() != null && lowDegrees.contains(item.degree())) {
            causes.add(Cause.LOW_DEGREE);
        }
        if (remarks && item.answer().improvementWanted()) {
            causes.add(Cause.IMPROVEMENT_WANTED);
        }
        String comment = item.answer().comment();
        if (remarks && comment != null && !comment.isBlank()) {
            causes.add(Cause.COMMENT);
        }
        return causes;
    }

    /** The items with the lowest score; of equal ones the heavier, then the earlier on the form. */
    private List<Finding> lowest(ScoreCard card) {
        record Candidate(ItemScore item, Score score) {}
        List<Candidate> candidates = new ArrayList<>();
        for (ItemScore item : card.items()) {
            if (item.score() != null) {
                candidates.add(new Candidate(item, item.score()));
            }
        }
        return candidates.stream()
                .sorted(Comparator.comparing(Candidate::score)
                        .thenComparing(candidate -> candidate.item().weight(), Comparator.reverseOrder()))
                .limit(lowestWhenNone)
                .map(candidate -> new Finding(candidate.item(), Set.of(Cause.AMONG_LOWEST)))
                .toList();
    }
}
