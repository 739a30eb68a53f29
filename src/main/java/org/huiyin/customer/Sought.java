package org.huiyin.customer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huiyin.sheets.Names;
import org.huiyin.sheets.Pinyin;
import org.jspecify.annotations.Nullable;

/**
 * What a customer is found by: name, short name and number as they are written, the name by its sound and by the
 * initials of its sound. The pieces stand in an index; "^" marks the beginning of one of these texts.
 */
record Sought(String text, List<String> grams) {

    private static final int LATIN_PIECE = 3;

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

    /** The pieces that a customer must have for the key to stand somewhere in it. */
    static List<String> anywhere(String key) {
        var points = key.codePoints().toArray();
        if (points.length == 1) {
            return List.of(key);
        }
        var wanted = new LinkedHashSet<String>();
        for (int i = 0; i < points.length; i++) {
            if (i + 1 < points.length && !(latin(points[i]) && latin(points[i + 1]))) {
                wanted.add(new String(points, i, 2));
            }
            if (i + LATIN_PIECE <= points.length && latin(points, i, LATIN_PIECE)) {
                wanted.add(new String(points, i, LATIN_PIECE));
            }
        }
        return wanted.isEmpty() ? List.of(key) : new ArrayList<>(wanted);
    }

    /** The piece that a customer must have for one of its texts to begin with the key. */
    static List<String> beginning(String key) {
        var points = key.codePoints().toArray();
        return List.of("^" + new String(points, 0, Math.min(2, points.length)));
    }

    private static void pieces(String text, Set<String> grams) {
        var points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!latin(points[i])) {
                grams.add(new String(points, i, 1));
            }
            if (i + 1 < points.length && (!latin(points, i, 2) || points.length <= 24)) {
                grams.add(new String(points, i, 2));
            }
            if (i + LATIN_PIECE <= points.length && latin(points, i, LATIN_PIECE)) {
                grams.add(new String(points, i, LATIN_PIECE));
            }
        }
        grams.add("^" + new String(points, 0, 1));
        if (points.length > 1) {
            grams.add("^" + new String(points, 0, 2));
        }
    }

    private static boolean latin(int point) {
        return point < 0x250;
    }

    private static boolean latin(int[] points, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (!latin(points[i])) {
                return false;
            }
        }
        return true;
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
