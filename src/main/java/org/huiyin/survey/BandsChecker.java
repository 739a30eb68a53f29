package org.huiyin.survey;

import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Refuses bands that do not fall from 100 to 0 (001/5.4.5). */
@Component
class BandsChecker implements SectionChecker {

    @Override
    public String section() {
        return "bands";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        return SectionReading.check(section, BandRule.class, section(), BandRule::contradictions);
    }
}
