package org.huiyin.analysis;

import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.answers.RoundForm;
import org.jspecify.annotations.Nullable;

/**
 * A round's result as a reader gets it.
 *
 * @param frozenHash the hash of the signed result; missing while it is provisional
 * @param named whether the reader may know customers by name; otherwise means of few answers are covered (D36)
 * @param minimumShown from how many answers a mean is shown to a reader who may not know names
 */
public record ResultView(RoundView round, RoundForm form, RoundResult result, @Nullable String frozenHash, boolean named, int minimumShown) {

    /** Whether the figures may still change. */
    public boolean provisional() {
        return frozenHash == null;
    }

    /** How the procedure analyses. */
    public AnalysisRule rule() {
        return form.profile().section(AnalysisRule.SECTION, AnalysisRule.class);
    }

    /** The wording of an item in a language. */
    public String label(String item, String language) {
        return form.questionnaire().item(item).map(i -> i.label(language)).orElse(item);
    }
}
