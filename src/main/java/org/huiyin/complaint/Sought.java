package org.huiyin.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.huiyin.sheets.Grams;
import org.huiyin.sheets.Names;

/**
 * What a complaint is found by: its number, the customer's number, the words, parts, lots, defects and names, each as its
 * pieces (ADR 0007). "@2026" is the year of its receipt.
 */
record Sought(String text, List<String> grams) {

    static Sought of(int year, Collection<String> texts) {
        var whole = Grams.of(texts);
        var grams = new ArrayList<>(whole.pieces());
        grams.add(year(year));
        return new Sought(whole.text(), List.copyOf(grams));
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
        return Grams.wanted(key);
    }
}
