package org.huiyin.campaign.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.huiyin.campaign.DoubtRules;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.QuestionnaireVersion;
import org.huiyin.survey.Scale;
import org.huiyin.survey.ScoringRule;
import org.jspecify.annotations.Nullable;

/** The form of a round: its questions, its degrees, how it is scored and doubted; none of it ever changes. */
public record RoundForm(
        ProfileVersion profile,
        QuestionnaireVersion questionnaire,
        ScoringRule scoring,
        DoubtRules doubt,
        Set<String> lowDegrees,
        String revision) {

    public List<QuestionItem> items() {
        return questionnaire.items();
    }

    /** Best first. */
    public List<Scale.Degree> degrees() {
        return scoring.scale().degrees();
    }

    /** Whether the respondent may say that the item does not apply. */
    public boolean mayNotApply(QuestionItem item) {
        return questionnaire.notApplicableAllowed() && item.notApplicable();
    }

    /** Whether a degree asks what was wrong. */
    public boolean low(String degree) {
        return lowDegrees.contains(degree);
    }

    /** The same for one item: what is asked for its importance is never wrong. */
    public boolean low(QuestionItem item, String degree) {
        return item.purpose() != QuestionItem.Purpose.IMPORTANCE && low(degree);
    }

    /** The respondent's overall mark of 0 to 100; missing where the form does not ask for it or it was left out. */
    public @Nullable BigDecimal overallMark(FormContent content) {
        return questionnaire.overallMark().flatMap(item -> scoring.markOf(content.item(item.id()))).orElse(null);
    }
}
