package org.huiyin.sheets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a record is found by: its texts as keys, and their pieces, one and two characters of Chinese, two and three of Latin
 * (ADR 0007). A table of them is searched with {@code @>}, which row-level policies let an index serve, unlike {@code like}.
 */
public record Grams(String text, List<String> pieces) {

    private static final int LATIN_PIECE = 3;
    private static final int SHORT = 24;
    private static final int LONGEST = 4000;

    public Grams {
        pieces = List.copyOf(pieces);
    }

    /** The texts of a record as they are kept. */
    public static Grams of(Collection<String> texts) {
        var keys = new LinkedHashSet<String>();
        texts.forEach(text -> keys.add(Names.key(text.length() > LONGEST ? text.substring(0, LONGEST) : text)));
        keys.remove("");
        var pieces = new LinkedHashSet<String>();
        keys.forEach(key -> pieces(key, pieces));
        return new Grams("\n" + String.join("\n", keys) + "\n", List.copyOf(pieces));
    }

    /** The words of a query as keys; every one of them must stand somewhere. */
    public static List<String> words(String q) {
        return Arrays.stream(q.strip().split("\\s+")).map(Names::key).filter(word -> !word.isEmpty()).toList();
    }

    /** The pieces that a record must have for the key to stand somewhere in it. */
    public static List<String> wanted(String key) {
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

    /** The pieces that a record must have for every one of the words to stand somewhere in it. */
    public static String[] wanted(List<String> words) {
        return words.stream().flatMap(word -> wanted(word).stream()).distinct().toArray(String[]::new);
    }

    /** The words as {@code like} asks for them. */
    public static String[] patterns(List<String> words) {
        return words.stream().map(word -> "%" + word + "%").toArray(String[]::new);
    }

    /** Adds the pieces of a key. */
    public static void pieces(String text, Set<String> pieces) {
        var points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            if (!latin(points[i])) {
                pieces.add(new String(points, i, 1));
            }
            if (i + 1 < points.length && (!latin(points, i, 2) || points.length <= SHORT)) {
                pieces.add(new String(points, i, 2));
            }
            if (i + LATIN_PIECE <= points.length && latin(points, i, LATIN_PIECE)) {
                pieces.add(new String(points, i, LATIN_PIECE));
            }
        }
    }

    /** Whether it holds a Chinese character; numbers of lots, parts and papers hold none. */
    public static boolean chinese(String key) {
        return key.codePoints().anyMatch(point -> !latin(point));
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
