package org.huiyin.audit.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.huiyin.audit.AuditLine;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** Puts an entry of the trail into words; what no language knows is shown as it was written. */
public final class Told {

    private Told() {}

    /** A value that changed, before and after. */
    public record Change(String name, String before, String after) {}

    public static String type(Words words, String type) {
        var key = "audit.type." + type;
        return words.knows(key) ? words.t(key) : type;
    }

    public static String verb(Words words, AuditLine line) {
        var own = "audit.verb." + line.type();
        var general = "audit.verb." + line.verb();
        return words.knows(own) ? words.t(own) : words.knows(general) ? words.t(general) : line.verb();
    }

    /** Who did it; Huiyin itself where nobody did. */
    public static String who(Words words, AuditLine line) {
        return line.byName() == null ? words.t("audit.itself") : line.byName();
    }

    /** Only what is different, by name. */
    public static List<Change> changes(Words words, AuditLine line) {
        var names = new LinkedHashSet<>(line.before().keySet());
        names.addAll(line.after().keySet());
        var changes = new ArrayList<Change>();
        for (var name : names) {
            var before = line.before().get(name);
            var after = line.after().get(name);
            if (!Objects.equals(before, after)) {
                changes.add(new Change(name(words, name), text(before, line.names()), text(after, line.names())));
            }
        }
        return changes;
    }

    private static String name(Words words, String name) {
        var key = "audit.value." + name;
        return words.knows(key) ? words.t(key) : name;
    }

    private static String text(@Nullable Object value, Map<String, String> names) {
        return switch (value) {
            case null -> "";
            case List<?> many -> String.join(", ", many.stream().map(one -> text(one, names)).toList());
            case Map<?, ?> map -> new TreeMap<>(map).toString();
            default -> names.getOrDefault(value.toString(), value.toString());
        };
    }
}
