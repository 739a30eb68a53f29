package org.huiyin.improvement.eightd;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The placeholders of templates: single values anywhere, columns of a list in a row that repeats itself for each entry. */
final class Placeholders {

    /** What stands between double braces; anything but a plain name is unknown, so that no template can ask for files or links. */
    static final Pattern PLACE = Pattern.compile("\\{\\{([^{}]*)}}");

    private Placeholders() {}

    static boolean known(String name) {
        return EightDReport.VALUES.contains(name) || list(name).isPresent();
    }

    /** The list whose column the name is: places of places.quantity. */
    static Optional<String> list(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        List<String> columns = EightDReport.LISTS.getOrDefault(name.substring(0, dot), List.of());
        return columns.contains(name.substring(dot + 1)) ? Optional.of(name.substring(0, dot)) : Optional.empty();
    }

    /** The names in a text, as typed. */
    static List<String> in(String text) {
        return PLACE.matcher(text).results().map(r -> r.group(1)).toList();
    }

    /** The lists whose columns stand in a row. */
    static Set<String> lists(String text) {
        Set<String> lists = new LinkedHashSet<>();
        in(text).forEach(name -> list(name.strip()).ifPresent(lists::add));
        return lists;
    }

    /** The text with the columns of a list bound to one entry: places.quantity becomes places_2.quantity. */
    static String bind(String text, String list, int entry) {
        return PLACE.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(list(hit.group(1).strip()).filter(list::equals).isPresent()
                ? "{{" + list + "_" + entry + hit.group(1).strip().substring(list.length()) + "}}" : hit.group()));
    }

    /** The text with its placeholders written without blanks. */
    static String trimmed(String text) {
        return PLACE.matcher(text).replaceAll(hit -> Matcher.quoteReplacement("{{" + hit.group(1).strip() + "}}"));
    }

    /** Braces that open and never close, or the other way round. */
    static boolean torn(String text) {
        String rest = PLACE.matcher(text).replaceAll("");
        return rest.contains("{{") || rest.contains("}}");
    }
}
