package org.huiyin.customer.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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

    private final Words words;

    Vocabulary(JsonMapper json) {
        try (var file = Vocabulary.class.getResourceAsStream("/customer/columns.json")) {
            this.words = json.readValue(file, Words.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Words(Map<String, List<String>> fields, Map<String, Kind> kinds, Map<String, Map<String, List<String>>> words) {}

    record Kind(List<String> required, List<String> optional) {}

    /** The columns that a list of this kind may have. */
    List<TargetColumn> targets(ImportKind kind) {
        var found = new ArrayList<TargetColumn>();
        var known = kind(kind);
        known.required().forEach(f -> found.add(new TargetColumn(f, true, names(f))));
        known.optional().forEach(f -> found.add(new TargetColumn(f, false, names(f))));
        return found;
    }

    /** The fields in the order of the sample sheet. */
    List<String> fields(ImportKind kind) {
        return targets(kind).stream().map(TargetColumn::key).toList();
    }

    boolean knows(ImportKind kind, String field) {
        var known = kind(kind);
        return known.required().contains(field) || known.optional().contains(field);
    }

    /** The code behind a word such as "very harmonious"; the code itself is understood as well. */
    Optional<String> code(String field, String typed) {
        var key = Names.key(typed);
        var codes = words.words().getOrDefault(field, Map.of());
        for (var entry : codes.entrySet()) {
            if (Names.key(entry.getKey()).equals(key) || entry.getValue().stream().anyMatch(w -> Names.key(w).equals(key))) {
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** The code whose word stands somewhere in what was typed: a quality engineer belongs to quality. */
    Optional<String> codeWithin(String field, String typed) {
        var exact = code(field, typed);
        if (exact.isPresent()) {
            return exact;
        }
        var key = Names.key(typed);
        return words.words().getOrDefault(field, Map.of()).entrySet().stream()
                .filter(e -> e.getValue().stream().map(Names::key).anyMatch(w -> !w.isEmpty() && key.contains(w)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Kind kind(ImportKind kind) {
        return java.util.Objects.requireNonNull(words.kinds().get(kind.name()));
    }

    private List<String> names(String field) {
        var names = new ArrayList<>(words.fields().getOrDefault(field, List.of()));
        names.add(field);
        return names;
    }
}
