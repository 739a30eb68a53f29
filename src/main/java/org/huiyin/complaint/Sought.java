package org.huiyin.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.sheets.Names;

/**
 * What a complaint is found by: its number, the customer's number, the words, parts, lots, defects and names, each as its
 * pieces: one and two characters of Chinese, two and three of Latin (ADR 0007). "@2026" is the year of its receipt.
 */
record Sought(String text, List<String> grams) {

    private static final int LATIN_PIECE = 3;
    private static final int SHORT = 24;
    private static final int LONGEST = 4000;

    static Sought of(int year, Collection<String> texts) {
        var keys = new LinkedHashSet<String>();
        texts.forEach(text -> keys.add(Names.key(text.length() > LONGEST ? text.substring(0, LONGEST) : text)));
        keys.remove("");
        var grams = new LinkedHashSet<String>();
        keys.forEach(key -> pieces(key, grams));
        grams.add(year(year));
        return new Sought("\n" + String.join("\n", keys) + "\n", List.copyOf(grams));
    }

    static String year(int year) {
        return "@" + year;
    }

    /** The words of a query as the texts are written. */
    static String key(String q) {
        return Names.key(q);
    }

    /** The pieces that a complaint must have for the key to stand somewhere in it. */
    static List<String> wanted(String key) {
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

    private static void pieces(String text, Set<String> grams) {
        var points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!latin(points[i])) {
                grams.add(new String(points, i, 1));
            }
            if (i + 1 < points.length && (!latin(points, i, 2) || points.length <= SHORT)) {
                grams.add(new String(points, i, 2));
            }
            if (i + LATIN_PIECE <= points.length && latin(points, i, LATIN_PIECE)) {
                grams.add(new String(points, i, LATIN_PIECE));
            }
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
}
