package org.huiyin.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.core.type.TypeReference;

/**
 * The matters that a procedure can word and number as it likes, such as "complaint.notOurs": a clause names those it speaks of;
 * where none does, the clause beside whose settings the matter is regulated stands in, then the one of its part of the software.
 */
final class Matters {

    private static final Map<String, Matter> ALL = read();

    /**
     * Where a matter is looked for when no clause names it.
     *
     * @param settings paths of settings, the closest first
     */
    record Matter(List<String> settings, @Nullable String part) {}

    private Matters() {}

    private static Map<String, Matter> read() {
        try (var file = new ClassPathResource("procedure/matters.json").getInputStream()) {
            return Map.copyOf(ProfileContent.JSON.readValue(file, new TypeReference<Map<String, Matter>>() {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static boolean known(String matter) {
        return ALL.containsKey(matter);
    }

    /** The numbers of the clauses that the procedure has for the matter, in its order; none where it does not speak of it. */
    static List<String> clauses(ProfileVersion version, String matter) {
        var looked = Objects.requireNonNull(ALL.get(matter), () -> "no matter " + matter);
        var named = numbers(version, clause -> clause.matters().contains(matter));
        if (!named.isEmpty()) {
            return named;
        }
        for (String setting : looked.settings()) {
            var beside = beside(version, setting);
            if (!beside.isEmpty()) {
                return beside;
            }
        }
        var part = looked.part();
        return part == null ? List.of() : numbers(version, clause -> part.equals(clause.part())).stream().limit(1).toList();
    }

    /** The clauses that name the setting, or the closest path above it. */
    private static List<String> beside(ProfileVersion version, String setting) {
        for (String path = setting;;) {
            String wanted = path;
            var found = numbers(version, clause -> clause.settings().contains(wanted));
            int dot = path.lastIndexOf('.');
            if (!found.isEmpty() || dot < 0) {
                return found;
            }
            path = path.substring(0, dot);
        }
    }

    private static List<String> numbers(ProfileVersion version, java.util.function.Predicate<Clause> wanted) {
        return version.clauses().stream().filter(wanted).map(Clause::number).toList();
    }
}
