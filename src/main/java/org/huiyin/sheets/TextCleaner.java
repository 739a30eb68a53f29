package org.huiyin.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Takes out what cannot be seen and unifies what looks the same, but leaves Chinese punctuation alone. */
final class TextCleaner {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Cs}\\p{Co}&&[^\\u200D]]|[\\p{Cntrl}&&[^\\t\\n\\r]]|\\uFFFD");
    private static final Pattern QUOTED_FORMULA = Pattern.compile("^'(?=[=+\\-@＝＋－＠])");
    /** Full-width letters and digits, radicals and compatibility ideographs that only look like the character. */
    private static final Pattern LOOKALIKES = Pattern.compile("[\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\u2E80-\\u2FDF\\uF900-\\uFAFF]");

    private TextCleaner() {}

    static String line(String text) {
        return lines(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
    }

    static String lines(String text) {
        String seen = INVISIBLE.matcher(QUOTED_FORMULA.matcher(text).replaceFirst("")).replaceAll("");
        String unified = LOOKALIKES.matcher(seen).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(unified, Normalizer.Form.NFC).replaceAll("\\r\\n?", "\n").strip();
    }
}
