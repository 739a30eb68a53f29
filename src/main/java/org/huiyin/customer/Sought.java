package org.huiyin.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huiyin.sheets.Grams;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is found by: name, short name and number as they are written, the name by its sound and by the
 * initials of its sound. The pieces stand in an index; "^" marks the beginning of one of these texts.
 */
record Sought(String text, List<String> grams) {

    static Sought of(String code, String name, @Nullable String shortName) {
        var texts = new LinkedHashSet<String>();
        texts.add(Names.key(name));
        texts.add(Names.key(code));
        if (shortName != null) {
            texts.add(Names.key(shortName));
            sound(shortName, texts);
        }
        sound(name, texts);
        texts.remove("");
        var grams = new LinkedHashSet<String>();
        texts.forEach(text -> pieces(text, grams));
        return new Sought("\n" + String.join("\n", texts) + "\n", List.copyOf(grams));
    }

    /** The words of a query as the texts are written. */
    static String key(String q) {
        return Names.key(q);
    }

    /** The piece that a customer must have for one of its texts to begin with the key. */
    static List<String> beginning(String key) {
        var points = key.codePoints().toArray();
        return List.of("^" + new String(points, 0, Math.min(2, points.length)));
    }

    private static void pieces(String text, Set<String> grams) {
        Grams.pieces(text, grams);
        var points = text.codePoints().toArray();
        grams.add("^" + new String(points, 0, 1));
        if (points.length > 1) {
            grams.add("^" + new String(points, 0, 2));
        }
    }

    private static void sound(String name, Set<String> texts) {
        var sound = Pinyin.of(name);
        texts.add(latin(sound.full()));
        texts.add(latin(sound.initials()));
    }

    private static String latin(String text) {
        boolean clean = text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
        return clean ? text : text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
