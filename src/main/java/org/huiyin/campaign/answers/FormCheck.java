package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.survey.AnchoredScoring;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.LinearScoring;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.ScoreCard;
import org.jspecify.annotations.Nullable;

/** Checks a form on the server: every item answered or "does not apply", nothing unknown, nothing too long. */
final class FormCheck {

    static final int LONGEST_COMMENT = 1000;
    static final int LONGEST_WORD = 4000;

    private final RoundForm form;
    private final boolean blankAllowed;
    private final Map<String, Sentence> problems = new LinkedHashMap<>();
    private final Set<String> scored;

    private FormCheck(RoundForm form, boolean blankAllowed) {
        this.form = form;
        this.blankAllowed = blankAllowed;
        this.scored = new HashSet<>(form.scoring().itemCodes());
    }

    /** What is wrong with a form, item by item; empty when it may be stored. */
    static Map<String, Sentence> problems(RoundForm form, FormContent content, boolean blankAllowed) {
        var check = new FormCheck(form, blankAllowed);
        check.answers(content);
        return check.problems;
    }

    /** The score of a form that is in order; otherwise refused with a sentence per item. */
    static ScoreCard score(RoundForm form, FormContent content, boolean blankAllowed) {
        var check = new FormCheck(form, blankAllowed);
        var answers = check.answers(content);
        if (!check.problems.isEmpty()) {
            throw new InvalidInput(check.problems);
        }
        return form.scoring().score(answers);
    }

    private List<ItemAnswer> answers(FormContent content) {
        List<ItemAnswer> answers = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (QuestionItem item : form.items()) {
            known.add(item.id());
            var answer = answer(item, content);
            if (answer != null && scored.contains(item.id())) {
                answers.add(answer);
            }
        }
        strangers(content, known);
        lengths(content);
        return answers;
    }

    private @Nullable ItemAnswer answer(QuestionItem item, FormContent content) {
        var given = content.item(item.id());
        var answer = switch (given) {
            case "", AnswerView.BLANK -> blank(item);
            case AnswerView.NOT_APPLICABLE -> notApplicable(item);
            default -> given(item, given);
        };
        if (answer == null) {
            return null;
        }
        var commented = content.comment(item.id()).isBlank() ? answer : answer.withComment(content.comment(item.id()));
        return content.wants(item.id()) ? commented.wantingImprovement() : commented;
    }

    private @Nullable ItemAnswer blank(QuestionItem item) {
        if (blankAllowed) {
            return ItemAnswer.unanswered(item.id());
        }
        problems.put(item.id(), new Sentence("campaign.answer.invalid.missing"));
        return null;
    }

    private @Nullable ItemAnswer notApplicable(QuestionItem item) {
        if (form.mayNotApply(item)) {
            return ItemAnswer.notApplicable(item.id());
        }
        problems.put(item.id(), new Sentence("campaign.answer.invalid.mustApply"));
        return null;
    }

    private @Nullable ItemAnswer given(QuestionItem item, String given) {
        if (form.scoring().scale().has(given)) {
            return ItemAnswer.degree(item.id(), given);
        }
        var number = numberOf(given);
        if (number != null && !scored.contains(item.id())) {
            return form.scoring().markOf(given).isPresent() ? ItemAnswer.number(item.id(), number) : unknown(item);
        }
        return number == null ? unknown(item) : inRange(item, number);
    }

    private @Nullable ItemAnswer unknown(QuestionItem item) {
        problems.put(item.id(), new Sentence("campaign.answer.invalid.degree"));
        return null;
    }

    private @Nullable ItemAnswer inRange(QuestionItem item, BigDecimal number) {
        try {
            var answer = ItemAnswer.number(item.id(), number);
            form.scoring().score(List.of(answer));
            return answer;
        } catch (BrokenRule outside) {
            problems.put(item.id(), outside.sentence());
            return null;
        }
    }

    private @Nullable BigDecimal numberOf(String given) {
        boolean numbers = form.scoring() instanceof AnchoredScoring || form.scoring() instanceof LinearScoring;
        return numbers && given.matches("\\d{1,3}(\\.\\d{1,4})?") ? new BigDecimal(given) : null;
    }

    private void strangers(FormContent content, Set<String> known) {
        Set<String> named = new HashSet<>(content.items().keySet());
        named.addAll(content.comments().keySet());
        named.addAll(content.wanted());
        named.removeAll(known);
        if (!named.isEmpty()) {
            problems.put(InvalidInput.FORM, new Sentence("campaign.answer.invalid.item", String.join(", ", named)));
        }
    }

    private void lengths(FormContent content) {
        content.comments().forEach((item, comment) -> {
            if (comment.length() > LONGEST_COMMENT) {
                problems.put(item, new Sentence("campaign.answer.invalid.long", LONGEST_COMMENT));
            }
        });
        if (content.overall() != null && content.overall().length() > LONGEST_WORD) {
            problems.put("overall", new Sentence("campaign.answer.invalid.long", LONGEST_WORD));
        }
    }
}
