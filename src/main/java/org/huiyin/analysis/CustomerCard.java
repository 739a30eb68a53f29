package org.huiyin.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.kernel.Score;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.ScoreCard;
import org.huiyin.survey.ScoringRule;
import org.jspecify.annotations.Nullable;

/**
 * One customer's answers as one card: the total is the mean of the contacts, by weight or alike (D13), an item is what the least
 * satisfied contact said of it, so that no complaint hides behind a colleague's praise; all remarks are kept.
 */
final class CustomerCard {

    private CustomerCard() {}

    static ScoreCard of(List<AnswerView> answers, ScoringRule scoring, boolean equalContacts) {
        Map<String, ItemAnswer> worst = new LinkedHashMap<>();
        for (AnswerView answer : answers) {
            for (String item : scoring.itemCodes()) {
                worst.merge(item, read(item, answer, scoring), (a, b) -> worse(a, b, scoring));
            }
        }
        var card = scoring.score(new ArrayList<>(worst.values()));
        return new ScoreCard(mean(answers, equalContacts), card.answered(), card.notApplicable(), card.unanswered(), card.doubtful(), card.items(), card.notes());
    }

    private static @Nullable Score mean(List<AnswerView> answers, boolean equal) {
        var scored = answers.stream()
                .filter(answer -> answer.score() != null)
                .map(answer -> new CustomerMean.ContactScore(new Score(java.util.Objects.requireNonNull(answer.score())),
                        equal ? java.math.BigDecimal.ONE : answer.weight()))
                .toList();
        return scored.isEmpty() ? null : CustomerMean.of(scored).score();
    }

    private static ItemAnswer read(String item, AnswerView answer, ScoringRule scoring) {
        var value = answer.items().getOrDefault(item, AnswerView.BLANK);
        var read = switch (value) {
            case AnswerView.BLANK -> ItemAnswer.unanswered(item);
            case AnswerView.NOT_APPLICABLE -> ItemAnswer.notApplicable(item);
            default -> scoring.scale().has(value) ? ItemAnswer.degree(item, value) : ItemAnswer.number(item, new java.math.BigDecimal(value));
        };
        var comment = answer.comments().get(item);
        var said = comment == null || comment.isBlank() ? read : read.withComment(comment);
        return answer.wanted().contains(item) ? said.wantingImprovement() : said;
    }

    private static ItemAnswer worse(ItemAnswer a, ItemAnswer b, ScoringRule scoring) {
        var kept = rank(b, scoring) < rank(a, scoring) ? b : a;
        var other = kept == a ? b : a;
        var remarked = other.comment() == null ? kept
                : kept.withComment(kept.comment() == null ? other.comment() : kept.comment() + "\n" + other.comment());
        return other.improvementWanted() ? remarked.wantingImprovement() : remarked;
    }

    /** Lower is worse; what was not answered is no worse than anything. */
    private static double rank(ItemAnswer answer, ScoringRule scoring) {
        var scored = scoring.score(List.of(answer)).item(answer.item());
        return scored.map(item -> item.score() == null ? Double.MAX_VALUE : item.score().value().doubleValue()).orElse(Double.MAX_VALUE);
    }
}
