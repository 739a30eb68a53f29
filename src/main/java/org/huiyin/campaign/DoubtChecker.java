package org.huiyin.campaign;

import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses doubt rules that contradict themselves (003/4.5.3). */
@Component
class DoubtChecker implements SectionChecker {

    private final JsonMapper json;

    DoubtChecker(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String section() {
        return "doubt";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        try {
            return json.treeToValue(section, DoubtRules.class).contradictions();
        } catch (RuntimeException unreadable) {
            return List.of(new Sentence("campaign.round.rule.unreadable"));
        }
    }
}
