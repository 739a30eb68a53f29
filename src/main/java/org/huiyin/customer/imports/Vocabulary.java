package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.TargetColumn;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The names that people give to columns, degrees, roles and languages. */
@Component
class Vocabulary {

    private final Map<ImportKind, List<TargetColumn>> targets = new EnumMap<>(ImportKind.class);
    private final Map<ImportKind, List<String>> fields = new EnumMap<>(ImportKind.class);
    /** By field and by the key of what people write, the code that it stands for; in the order of the file. */
    private final Map<String, Map<String, String>> codes = new HashMap<>();

    Vocabulary(JsonMapper json) {
        try (var file = Vocabulary.class.getResourceAsStream("/customer/columns.json")) {
            var words = json.readValue(file, Words.class);
            words.kinds().forEach((name, kind) -> learn(ImportKind.valueOf(name), kind, words));
            words.words().forEach((field, known) -> codes.put(field, keyed(known)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void learn(ImportKind kind, Kind columns, Words words) {
        var found = new ArrayList<TargetColumn>();
        columns.required().forEach(field -> found.add(new TargetColumn(field, true, names(field, words))));
        columns.optional().forEach(field -> found.add(new TargetColumn(field, false, names(field, words))));
        targets.put(kind, List.copyOf(found));
        fields.put(kind, found.stream().map(TargetColumn::key).toList());
    }

    private static List<String> names(String field, Words words) {
        var names = new ArrayList<>(words.fields().getOrDefault(field, List.of()));
        names.add(field);
        return names;
    }

    private static Map<String, String> keyed(Map<String, List<String>> known) {
        var keyed = new LinkedHashMap<String, String>();
        known.forEach((code, words) -> {
            keyed.putIfAbsent(Names.key(code), code);
            words.forEach(word -> keyed.putIfAbsent(Names.key(word), code));
        });
        keyed.remove("");
        return keyed;
    }

    record Words(Map<String, List<String>> fields, Map<String, Kind> kinds, Map<String, Map<String, List<String>>> words) {}

    record Kind(List<String> required, List<String> optional) {}

    /** The columns that a list of this kind may have. */
    List<TargetColumn> targets(ImportKind kind) {
        return targets.getOrDefault(kind, List.of());
    }

    /** The fields in the order of the sample sheet. */
    List<String> fields(ImportKind kind) {
        return fields.getOrDefault(kind, List.of());
    }

    boolean knows(ImportKind kind, String field) {
        return fields(kind).contains(field);
    }

    /** The code behind a word such as "very harmonious"; the code itself is understood as well. */
    Optional<String> code(String field, String typed) {
        return Optional.ofNullable(codes.getOrDefault(field, Map.of()).get(Names.key(typed)));
    }

    /** The code whose word stands somewhere in what was typed: a quality engineer belongs to quality. */
    Optional<String> codeWithin(String field, String typed) {
        var exact = code(field, typed);
        if (exact.isPresent()) {
            return exact;
        }
        var key = Names.key(typed);
        return codes.getOrDefault(field, Map.of()).entrySet().stream()
                .filter(known -> key.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
