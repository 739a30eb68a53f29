package org.huiyin.sheets;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads 三千五百, 壹万贰仟, 1亿2000万 and 二〇二六. */
final class ChineseNumeral {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL = "〇壹贰叁肆伍陆柒捌玖";
    private static final String TRADITIONAL = "○壹貳參肆伍陸柒捌玖";
    private static final Pattern MIXED = Pattern.compile("[零〇○一二两兩三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億\\d.]+");

    private ChineseNumeral() {}

    static Optional<BigDecimal> parse(String text) {
        if (!MIXED.matcher(text).matches()) {
            return Optional.empty();
        }
        String plain = digits(text);
        if (plain.matches("\\d+")) {
            return Optional.of(new BigDecimal(plain));
        }
        return section(plain);
    }

    /** Chinese digits as Arabic ones, units in their simple form. */
    static String digits(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int digit = Math.max(DIGITS.indexOf(c), Math.max(FORMAL.indexOf(c), TRADITIONAL.indexOf(c)));
            int unit = "拾佰仟萬億".indexOf(c);
            plain.append(digit >= 0 ? (char) ('0' + digit)
                    : c == '两' || c == '兩' ? '2'
                    : unit >= 0 ? "十百千万亿".charAt(unit)
                    : c);
        }
        return plain.toString();
    }

    /** Splits at the greatest unit; what follows must be smaller and written out (12万5 says 120 005 or 125 000). */
    private static Optional<BigDecimal> section(String text) {
        String units = "亿万千百十";
        for (int i = 0; i < units.length(); i++) {
            int at = text.indexOf(units.charAt(i));
            if (at >= 0) {
                BigDecimal factor = BigDecimal.TEN.pow(new int[] {8, 4, 3, 2, 1}[i]);
                return combined(text.substring(0, at), text.substring(at + 1), factor);
            }
        }
        return text.matches("\\d+(\\.\\d+)?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static Optional<BigDecimal> combined(String before, String after, BigDecimal factor) {
        Optional<BigDecimal> high = before.isEmpty()
                ? Optional.of(BigDecimal.ONE).filter(_ -> factor.intValue() == 10)
                : section(before.replaceFirst("^0+(?=.)", ""));
        boolean bare = after.matches("[1-9]") && factor.intValue() > 10;
        Optional<BigDecimal> low = after.isEmpty() ? Optional.of(BigDecimal.ZERO)
                : bare ? Optional.empty() : section(after.replaceFirst("^0+(?=.)", ""));
        return high.flatMap(h -> low.filter(l -> l.compareTo(factor) < 0).map(l -> h.multiply(factor).add(l)));
    }
}
