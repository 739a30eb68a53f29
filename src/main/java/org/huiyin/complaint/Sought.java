package org.huiyin.complaint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.huiyin.sheets.Grams;

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
}
