package org.huiyin.campaign;

import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a sampling section that would ask nobody (001/5.4.2.1a). */
@Component
class SamplingChecker implements SectionChecker {

    private final JsonMapper json;

    SamplingChecker(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String section() {
        return SampleOptions.SECTION;
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        try {
            return json.treeToValue(section, SamplingRule.class).contradictions();
        } catch (RuntimeException unreadable) {
            return List.of(new Sentence("campaign.round.rule.unreadable"));
        }
    }
}
