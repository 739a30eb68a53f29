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
        String unified = Normalizer.isNormalized(name, Normalizer.Form.NFKC) ? name : Normalizer.normalize(name, Normalizer.Form.NFKC);
        String simplified = Script.simplified(unified.toLowerCase(Locale.ROOT));
        if (simplified.codePoints().allMatch(Names::counts)) {
            return simplified;
        }
        StringBuilder key = new StringBuilder(simplified.length());
        simplified.codePoints().filter(Names::counts).forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Letters and numbers of every script. */
    private static boolean counts(int point) {
        return Character.isLetterOrDigit(point) || Character.getType(point) == Character.LETTER_NUMBER || Character.getType(point) == Character.OTHER_NUMBER;
    }
}
