package org.huiyin.audit.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.huiyin.audit.AuditLine;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/** Puts an entry of the trail into words; what no language knows is shown as it was written. */
public final class Told {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-([0-2]\\d|3[01])");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
                changes.add(new Change(name(words, name), text(words, before, line.names()), text(words, after, line.names())));
            }
        }
        return changes;
    }

    private static String name(Words words, String name) {
        var key = "audit.value." + name;
        return words.knows(key) ? words.t(key) : name;
    }

    private static String text(Words words, @Nullable Object value, Map<String, String> names) {
        return switch (value) {
            case null -> "";
            case List<?> many -> String.join(", ", many.stream().map(one -> text(words, one, names)).toList());
            case Map<?, ?> map -> new TreeMap<>(map).toString();
            case Boolean truth -> words.t(truth ? "audit.value.yes" : "audit.value.no");
            default -> names.containsKey(value.toString()) ? names.get(value.toString()) : readable(words, value.toString());
        };
    }

    /** Moments and days as the reader writes them; the number of a record that has no other name is cut short. */
    private static String readable(Words words, String value) {
        try {
            return MOMENT.matcher(value).matches() ? words.moment(Instant.parse(value))
                    : DAY.matcher(value).matches() ? words.date(LocalDate.parse(value))
                    : ID.matcher(value).matches() ? value.substring(0, 8) + "…" : value;
        } catch (DateTimeException noSuchDay) {
            return value;
        }
    }
}
