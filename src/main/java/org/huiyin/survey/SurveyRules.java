package org.huiyin.survey;

import org.huiyin.procedure.ProfileVersion;

/** How a version of the procedure scores, bands and reacts to answers (001/5.4.3.3, 5.4.5, 5.4.6.1). */
public record SurveyRules(ScoringRule scoring, BandRule bands, TriggerRule triggers) {

    public static SurveyRules of(ProfileVersion version) {
        return new SurveyRules(
                version.section("scoring", ScoringRule.class),
                version.section("bands", BandRule.class),
                version.section("triggers", TriggerRule.class));
    }
}
