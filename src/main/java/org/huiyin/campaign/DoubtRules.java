package org.huiyin.campaign;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.campaign.DoubtHit.Rule;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * When an answer is doubtful and must be confirmed or ruled out by a person; a limit that is missing switches its rule
 * off (003/4.5.3). Items for a straight line, seconds, points of 100 since the last round, and the marks of 100 from which
 * and up to which an answer contradicts itself: an overall mark that is high while every item is low, or the reverse;
 * where the form asks for no overall mark, nothing but high items and yet a wish for improvement. The raw answer is never
 * changed.
 */
public record DoubtRules(
        @Nullable Integer straightLineFromItems,
        @Nullable Integer fasterThanSeconds,
        @Nullable BigDecimal changeOverPoints,
        boolean staffDevice,
        @Nullable BigDecimal contradictionHigh,
        @Nullable BigDecimal contradictionLow) {

    /** No rule at all. */
    public static final DoubtRules NONE = new DoubtRules(null, null, null, false, null, null);

    /** Each sentence says what keeps these rules from being approved. */
    public List<Sentence> contradictions() {
        if (contradictionHigh == null && contradictionLow == null) {
            return List.of();
        }
        if (contradictionHigh == null || contradictionLow == null) {
            return List.of(new Sentence("campaign.doubt.rule.both"));
        }
        return contradictionHigh.compareTo(contradictionLow) > 0
                ? List.of()
                : List.of(new Sentence("campaign.doubt.rule.order", contradictionHigh.toPlainString(), contradictionLow.toPlainString()));
    }

    public List<DoubtHit> check(AnswerFacts facts) {
        List<DoubtHit> hits = new ArrayList<>();
        Stream.of(straightLine(facts), tooFast(facts), bigChange(facts), fromStaff(facts), contradicts(facts), tooLittle(facts))
                .flatMap(Optional::stream)
                .forEach(hits::add);
        return hits;
    }

    private Optional<DoubtHit> straightLine(AnswerFacts facts) {
        List<String> degrees = new ArrayList<>();
        facts.card().items().forEach(item -> {
            if (item.answer().isGiven()) {
                BigDecimal number = item.answer().number();
                degrees.add(number != null ? number.stripTrailingZeros().toPlainString() : String.valueOf(item.degree()));
            }
        });
        boolean same = degrees.stream().distinct().count() == 1;
        return straightLineFromItems != null && same && degrees.size() >= straightLineFromItems
                ? hit(Rule.STRAIGHT_LINE, "campaign.doubt.straightLine", degrees.size(), degrees.getFirst())
                : Optional.empty();
    }

    private Optional<DoubtHit> tooFast(AnswerFacts facts) {
        Duration taken = facts.timeTaken();
        return fasterThanSeconds != null && taken != null && taken.compareTo(Duration.ofSeconds(fasterThanSeconds)) < 0
                ? hit(Rule.TOO_FAST, "campaign.doubt.tooFast", taken.toSeconds(), fasterThanSeconds)
                : Optional.empty();
    }

    private Optional<DoubtHit> bigChange(AnswerFacts facts) {
        Score before = facts.lastRound();
        Score now = facts.card().total();
        if (changeOverPoints == null || before == null || now == null) {
            return Optional.empty();
        }
        BigDecimal change = now.value().subtract(before.value());
        return change.abs().compareTo(changeOverPoints) > 0
                ? hit(Rule.BIG_CHANGE, "campaign.doubt.bigChange",
                        before.shown(), now.shown(), changeOverPoints.toPlainString())
                : Optional.empty();
    }

    private Optional<DoubtHit> fromStaff(AnswerFacts facts) {
        return staffDevice && facts.fromStaffDevice()
                ? hit(Rule.STAFF_DEVICE, "campaign.doubt.staffDevice")
                : Optional.empty();
    }

    private Optional<DoubtHit> contradicts(AnswerFacts facts) {
        BigDecimal high = contradictionHigh;
        BigDecimal low = contradictionLow;
        List<Score> items = facts.itemScores();
        if (high == null || low == null || items.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal overall = facts.overall();
        return overall == null ? wishes(facts, items, high) : overall(overall, items, high, low);
    }

    private static Optional<DoubtHit> overall(BigDecimal overall, List<Score> items, BigDecimal high, BigDecimal low) {
        boolean tooHigh = overall.compareTo(high) >= 0 && items.stream().allMatch(s -> s.value().compareTo(low) <= 0);
        boolean tooLow = overall.compareTo(low) <= 0 && items.stream().allMatch(s -> s.atLeast(high));
        return tooHigh || tooLow
                ? hit(Rule.CONTRADICTION, "campaign.doubt.contradiction", overall.toPlainString(),
                        items.stream().min(Score::compareTo).orElseThrow().shown(),
                        items.stream().max(Score::compareTo).orElseThrow().shown())
                : Optional.empty();
    }

    private static Optional<DoubtHit> wishes(AnswerFacts facts, List<Score> items, BigDecimal high) {
        long wished = facts.card().items().stream().filter(item -> item.answer().improvementWanted()).count();
        return wished > 0 && items.stream().allMatch(s -> s.atLeast(high))
                ? hit(Rule.CONTRADICTION, "campaign.doubt.contradiction.wish", wished,
                        items.stream().min(Score::compareTo).orElseThrow().shown())
                : Optional.empty();
    }

    private static Optional<DoubtHit> tooLittle(AnswerFacts facts) {
        return facts.card().doubtful()
                ? hit(Rule.TOO_LITTLE, "campaign.doubt.tooLittle", facts.card().answered().shown())
                : Optional.empty();
    }

    private static Optional<DoubtHit> hit(Rule rule, String key, Object... args) {
        return Optional.of(new DoubtHit(rule, new Sentence(key, args)));
    }
}
