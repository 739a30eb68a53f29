package org.huiyin.procedure;

import java.util.List;
import java.util.function.Function;
import org.huiyin.kernel.Sentence;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds contradictions in a section of the profile; a bean of the module that uses it. Each sentence refuses the submission. */
public interface SectionChecker {

    String section();

    List<Sentence> check(JsonNode section, JsonNode wholeProfile);

    /** For a section whose record knows what contradicts itself; other modules may keep figures of theirs in it. */
    static <T> SectionChecker of(String name, Class<T> type, Function<T, List<Sentence>> contradictions) {
        var json = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
        return new SectionChecker() {
            @Override
            public String section() {
                return name;
            }

            @Override
            public List<Sentence> check(JsonNode section, JsonNode wholeProfile) {
                return contradictions.apply(json.treeToValue(section, type));
            }
        };
    }
}
