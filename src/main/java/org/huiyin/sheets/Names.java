package org.huiyin.sheets;

import java.text.Normalizer;
import java.util.Locale;

/** Names of companies and people, as far as they are the same to a reader. */
public final class Names {

    private Names() {}

    /**
     * The same key for spellings that differ by width, case, blanks, brackets, punctuation or script. The legal form stays:
     * a branch and its parent are two customers.
     */
    public static String key(String name) {
        String unified = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Script.simplified(unified).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
