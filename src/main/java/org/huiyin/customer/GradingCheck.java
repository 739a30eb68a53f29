package org.huiyin.customer;

import java.util.List;
import org.huiyin.customer.grading.GradingRules;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses a grade table that contradicts itself (001/5.4.2.1 e). */
@Component
class GradingCheck implements SectionChecker {

    private final JsonMapper json;

    GradingCheck(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String section() {
        return "grading";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
        if (!section.has("classes")) {
            return List.of();
        }
        try {
            return json.treeToValue(section, GradingRules.class).contradictions();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return List.of(new Sentence("customer.grading.unreadable"));
        }
    }
}
