package org.huiyin.survey;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.Share;
import org.jspecify.annotations.Nullable;

/** What all scoring rules do alike: bring answers into the order of the form, and rescale over the weight answered. */
final class Weighing {

    /** What an answer is worth: points out of the item's weight, and the degree they stand for. */
    record Worth(BigDecimal points, String degree) {}

    /** Finds what a given answer is worth. */
    interface Pricer {
        Worth price(ItemWeight item, ItemAnswer answer);
    }

    private final List<ItemScore> items = new ArrayList<>();
    private BigDecimal points = BigDecimal.ZERO;
    private BigDecimal answered = BigDecimal.ZERO;
    private BigDecimal notApplicable = BigDecimal.ZERO;
    private BigDecimal blank = BigDecimal.ZERO;

    private Weighing() {}

    static ScoreCard weigh(List<ItemWeight> form, List<ItemAnswer> answers, Share minimum, Pricer pricer) {
        Map<String, ItemAnswer> byItem = byItem(form, answers);
        Weighing weighing = new Weighing();
        for (ItemWeight item : form) {
            ItemAnswer answer = byItem.get(item.item());
            weighing.add(item, answer == null ? ItemAnswer.unanswered(item.item()) : answer, pricer);
        }
        return weighing.card(minimum);
    }

    private static Map<String, ItemAnswer> byItem(List<ItemWeight> form, List<ItemAnswer> answers) {
        Set<String> known = new HashSet<>();
        form.forEach(item -> known.add(item.item()));
        Map<String, ItemAnswer> byItem = new HashMap<>();
        for (ItemAnswer answer : answers) {
            if (!known.contains(answer.item())) {
                throw new BrokenRule("survey.answer.unknownItem", answer.item());
            }
            if (byItem.put(answer.item(), answer) != null) {
                throw new BrokenRule("survey.answer.itemTwice", answer.item());
            }
        }
        return byItem;
    }

    private void add(ItemWeight item, ItemAnswer answer, Pricer pricer) {
        switch (answer.kind()) {
            case GIVEN -> {
                Worth worth = pricer.price(item, answer);
                points = points.add(worth.points());
                answered = answered.add(item.weight());
                Score score = scoreOf(worth.points(), item.weight());
                items.add(new ItemScore(answer, item.weight(), worth.points(), score, worth.degree()));
            }
            case NOT_APPLICABLE -> {
                notApplicable = notApplicable.add(item.weight());
                items.add(new ItemScore(answer, item.weight(), null, null, null));
            }
            case UNANSWERED -> {
                blank = blank.add(item.weight());
                items.add(new ItemScore(answer, item.weight(), null, null, null));
            }
        }
    }

    private ScoreCard card(Share minimum) {
        BigDecimal all = answered.add(notApplicable).add(blank);
        Share share = Share.of(answered, all);
        boolean doubtful = answered.compareTo(minimum.value().multiply(all)) < 0;
        @Nullable Score total = answered.signum() == 0 ? null : scoreOf(points, answered);
        return new ScoreCard(
                total, share, Share.of(notApplicable, all), Share.of(blank, all), doubtful, items,
                notes(share, minimum, doubtful));
    }

    private static List<Sentence> notes(Share share, Share minimum, boolean doubtful) {
        List<Sentence> notes = new ArrayList<>();
        if (share.compareTo(Share.ALL) < 0) {
            notes.add(new Sentence("survey.score.rescaled", share.shown()));
        }
        if (doubtful) {
            notes.add(new Sentence("survey.score.tooLittle", share.shown(), minimum.shown()));
        }
        return notes;
    }

    static Score scoreOf(BigDecimal points, BigDecimal weight) {
        return new Score(points.movePointRight(2).divide(weight, Decimals.EXACT));
    }

    /** The score of a form on which every item earns its lowest points. */
    static BigDecimal sum(List<ItemWeight> form) {
        return form.stream().map(ItemWeight::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What every form must satisfy: items, none twice, each with a weight above 0. */
    static List<Sentence> contradictions(List<ItemWeight> form) {
        List<Sentence> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (form.isEmpty()) {
            found.add(new Sentence("survey.rule.noItems"));
        }
        for (ItemWeight item : form) {
            if (!seen.add(item.item())) {
                found.add(new Sentence("survey.rule.itemTwice", item.item()));
            }
            if (item.weight().signum() <= 0) {
                found.add(new Sentence("survey.rule.weightNotPositive", item.item(), item.weight().toPlainString()));
            }
        }
        return found;
    }
}
