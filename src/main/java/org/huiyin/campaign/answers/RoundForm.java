package org.huiyin.campaign.answers;

import java.util.List;
import java.util.Set;
import org.huiyin.campaign.DoubtRules;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.QuestionnaireVersion;
import org.huiyin.survey.Scale;
import org.huiyin.survey.ScoringRule;

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
}
