package org.huiyin.survey;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a section of a profile that may be unsound, and names items and degrees in words instead of codes. */
final class SectionReading {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private SectionReading() {}

    static <T> List<Sentence> check(JsonNode section, Class<T> type, String name, Function<T, List<Sentence>> check) {
        T read;
        try {
            read = JSON.treeToValue(section, type);
        } catch (RuntimeException unreadable) {
            return List.of(new Sentence("survey.rule.unreadable", name, firstLine(unreadable)));
        }
        return check.apply(read);
    }

    private static String firstLine(RuntimeException unreadable) {
        Throwable cause = unreadable.getCause() == null ? unreadable : unreadable.getCause();
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** The same sentences with codes replaced by the company's words. */
    static List<Sentence> named(List<Sentence> sentences, Map<String, Label> words) {
        return sentences.stream().map(sentence -> new Sentence(sentence.key(), sentence.args().stream()
                .map(arg -> arg instanceof String code && words.containsKey(code) ? (Object) words.get(code) : arg)
                .toList())).toList();
    }

    static Map<String, Label> words(Scale scale, List<QuestionItem> items) {
        Map<String, Label> words = items.stream().collect(Collectors.toMap(QuestionItem::id, item -> new Label(item.label()), (a, b) -> a));
        scale.degrees().forEach(degree -> words.put(degree.code(), degree.label()));
        return words;
    }
}
