package org.huiyin.survey;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Refuses triggers that name degrees or items which the scoring table lacks (001/5.4.6.1). */
@Component
class TriggersChecker implements SectionChecker {

    @Override
    public String section() {
        return "triggers";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        return SectionReading.check(section, TriggerRule.class, section(), rule ->
                SectionReading.check(profile.path("scoring"), ScoringRule.class, "scoring", scoring -> check(rule, section, scoring)));
    }

    private static List<Sentence> check(TriggerRule rule, JsonNode section, ScoringRule scoring) {
        List<Sentence> found = new ArrayList<>(rule.contradictions(scoring.scale()));
        for (String list : List.of("complaintItems", "competitorItems")) {
            for (JsonNode item : section.path(list)) {
                if (!scoring.itemCodes().contains(item.asString(""))) {
                    found.add(new Sentence("survey.rule.triggerItem", item.asString("")));
                }
            }
        }
        return found;
    }
}
