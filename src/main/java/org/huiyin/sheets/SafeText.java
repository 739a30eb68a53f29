package org.huiyin.sheets;

/** Text that a spreadsheet shows and never computes. */
final class SafeText {

    /** Excel's limit for one cell. */
    private static final int LONGEST = 32_767;
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    private SafeText() {}

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    /** For CSV, where only a quote mark keeps a formula from being computed. */
    static String inCsv(String text) {
        String legal = legal(text);
        return looksLikeFormula(legal) ? "'" + legal : legal;
    }

    /** Without characters that XML forbids, and no longer than a cell holds. */
    static String legal(String text) {
        if (text.length() <= LONGEST && text.codePoints().allMatch(SafeText::legal)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
        var points = text.codePoints().filter(SafeText::legal).iterator();
        while (points.hasNext()) {
            int point = points.nextInt();
            if (kept.length() + Character.charCount(point) > LONGEST - 1) {
                return kept.append('…').toString();
            }
            kept.appendCodePoint(point);
        }
        return kept.toString();
    }

    private static boolean legal(int point) {
        return point == '\t' || point == '\n' || point == '\r'
                || point >= 0x20 && point < 0xD800
                || point > 0xDFFF && point < 0xFFFE
                || point >= 0x10000;
    }
}
