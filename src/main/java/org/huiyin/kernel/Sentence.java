package org.huiyin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sentence for a person: a message key and its arguments, put into words in the reader's language; a stored sentence
 * keeps days, instants, labels and sentences among its arguments apart from plain text.
 */
public record Sentence(String key, List<Object> args) {

    public Sentence {
        args = List.copyOf(args);
    }

    public Sentence(String key, Object... args) {
        this(key, List.of(args));
    }

    @JsonValue
    Map<String, Object> written() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("key", key);
        map.put("args", args.stream().map(Sentence::written).toList());
        return map;
    }

    private static Object written(Object arg) {
        return switch (arg) {
            case Sentence sentence -> sentence.written();
            case LocalDate day -> Map.of("day", day.toString());
            case Instant instant -> Map.of("instant", instant.toString());
            case Label label -> Map.of("label", label.texts());
            default -> arg;
        };
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Sentence read(Map<String, Object> map) {
        List<?> args = map.get("args") instanceof List<?> list ? list : List.of();
        return new Sentence(String.valueOf(map.get("key")), args.stream().map(Sentence::argument).toList());
    }

    private static Object argument(Object written) {
        if (!(written instanceof Map<?, ?> map)) {
            return written;
        }
        if (map.get("day") instanceof String day) {
            return LocalDate.parse(day);
        }
        if (map.get("instant") instanceof String instant) {
            return Instant.parse(instant);
        }
        return map.get("label") instanceof Map<?, ?> texts ? new Label(strings(texts)) : read(keyed(map));
    }

    private static Map<String, String> strings(Map<?, ?> map) {
        Map<String, String> strings = new LinkedHashMap<>();
        map.forEach((key, value) -> strings.put(String.valueOf(key), String.valueOf(value)));
        return strings;
    }

    private static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }
}
