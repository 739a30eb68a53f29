package org.huiyin.sheets;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Takes out what cannot be seen and unifies what looks the same, but leaves Chinese punctuation alone. */
final class TextCleaner {

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cn}\\p{Cs}\\p{Co}&&[^\\u200D]]|[\\p{Cntrl}&&[^\\t\\n\\r]]|\\uFFFD");
    private static final Pattern QUOTED_FORMULA = Pattern.compile("^'(?=[=+\\-@＝＋－＠])");
    /** Full-width letters and digits, radicals and compatibility ideographs that only look like the character. */
    private static final Pattern LOOKALIKES = Pattern.compile("[\\uFF10-\\uFF19\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\u2E80-\\u2FDF\\uF900-\\uFAFF]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    private TextCleaner() {}

    static String line(String text) {
        return plain(text) ? text : BLANKS.matcher(lines(text)).replaceAll(" ").strip();
    }

    /** Most cells are Chinese characters, letters and digits alone and need no look from nearer by. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean common = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x4E00 && c <= 0x9FA5
                    || i > 0 && (c == '-' || c == '.' || c == '@' || c == '/' || c == '_');
            if (!common) {
                return false;
            }
        }
        return true;
    }

    static String lines(String text) {
        String seen = INVISIBLE.matcher(QUOTED_FORMULA.matcher(text).replaceFirst("")).replaceAll("");
        String unified = LOOKALIKES.matcher(seen).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return Normalizer.normalize(unified, Normalizer.Form.NFC).replace("\r\n", "\n").replace('\r', '\n').strip();
    }
}
