package org.huiyin.campaign.answers;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.campaign.DoubtRules;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.ScoringRule;
import org.huiyin.survey.TriggerRule;
import org.springframework.stereotype.Component;

/** Keeps the forms of rounds at hand: versions never change, so that an answer costs no query for them. */
@Component
class RoundForms {

    private static final int MOST = 500;
    private static final String FORM = "survey";

    private record Key(UUID profile, UUID questionnaire) {}

    private final Procedures procedures;
    private final Questionnaires questionnaires;
    private final Map<Key, RoundForm> known = new ConcurrentHashMap<>();

    RoundForms(Procedures procedures, Questionnaires questionnaires) {
        this.procedures = procedures;
        this.questionnaires = questionnaires;
    }

    RoundForm of(UUID profile, UUID questionnaire) {
        var key = new Key(profile, questionnaire);
        var form = known.get(key);
        if (form == null) {
            form = read(key);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(key, form);
        }
        return form;
    }

    private RoundForm read(Key key) {
        var profile = procedures.byId(key.profile());
        return new RoundForm(profile, questionnaires.byId(key.questionnaire()), profile.section("scoring", ScoringRule.class),
                doubt(profile), low(profile), profile.formRevision(FORM));
    }

    private static DoubtRules doubt(ProfileVersion profile) {
        return profile.section("doubt").isObject() ? profile.section("doubt", DoubtRules.class) : DoubtRules.NONE;
    }

    private static Set<String> low(ProfileVersion profile) {
        return profile.section("triggers").isObject() ? profile.section("triggers", TriggerRule.class).lowDegrees() : Set.of();
    }
}
