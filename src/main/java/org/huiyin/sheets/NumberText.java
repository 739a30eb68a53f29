package org.huiyin.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a figure that was written as text; refuses what could be read in two ways. */
final class NumberText {

    private static final Pattern CURRENCY = Pattern.compile(
            "(?i)^(rmb|cny|人民币|人民幣|¥|nt\\$|twd|新台币|新臺幣|新台幣|hk\\$|hkd|us\\$|usd|\\$|€|eur|£|gbp)|"
                    + "(rmb|cny|人民币|人民幣|元整?|圆整?|圓整?|¥|twd|usd|hkd|eur|gbp|\\$|€)$");
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("rmb", "CNY"), Map.entry("cny", "CNY"), Map.entry("人民币", "CNY"), Map.entry("人民幣", "CNY"),
            Map.entry("¥", "CNY"), Map.entry("nt$", "TWD"), Map.entry("twd", "TWD"), Map.entry("新台币", "TWD"),
            Map.entry("新臺幣", "TWD"), Map.entry("新台幣", "TWD"), Map.entry("hk$", "HKD"), Map.entry("hkd", "HKD"),
            Map.entry("us$", "USD"), Map.entry("usd", "USD"), Map.entry("$", "USD"), Map.entry("€", "EUR"),
            Map.entry("eur", "EUR"), Map.entry("£", "GBP"), Map.entry("gbp", "GBP"));
    private static final Pattern UNIT = Pattern.compile("^([\\d.,' ]+)\\s*([十百千仟]?[万萬]|[百千仟]|[亿億])$");
    private static final Pattern PLAIN = Pattern.compile("\\d+(\\.\\d*)?|\\.\\d+");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([, '])\\d{3}(\\1\\d{3})*(\\.\\d*)?");
    private static final Pattern POWER = Pattern.compile("\\d+(\\.\\d+)?e[+-]?\\d{1,2}");
    /** What people write into a cell to say that there is nothing. */
    private static final Pattern NOTHING = Pattern.compile("(?i)[-–—―－/\\\\]+|无|無|没有|沒有|暂无|暫無|n/?a|nil|none|null");
    private static final int LONGEST = 40;

    private NumberText() {}

    static boolean nothing(String text) {
        return text.isBlank() || NOTHING.matcher(text.strip()).matches();
    }

    static Parsed<Amount> parse(String original, Unit headerUnit) {
        if (nothing(original)) {
            return Parsed.empty();
        }
        String text = tidy(original);
        if (text.length() > LONGEST) {
            return bad("number.text", original);
        }
        Sign sign = Sign.of(text);
        return unsigned(sign.rest(), original, headerUnit)
                .then(amount -> Parsed.good(sign.negative() ? new Amount(amount.value().negate(), amount.currency()) : amount));
    }

    private static String tidy(String original) {
        return Normalizer.normalize(original, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cntrl}]", "")
                .replaceAll("[\\u2212\\u2013\\u2014]", "-")
                .replace('’', '\'')
                .replaceAll("\\p{Z}+", " ")
                .strip();
    }

    /** A minus before, behind, or the accountant's brackets; the currency may stand outside of them. */
    private record Sign(boolean negative, String rest) {
        static Sign of(String text) {
            if (text.matches("[^(]{0,4}\\([^()]+\\)[^)]{0,3}")) {
                return new Sign(true, text.replaceAll("[()]", ""));
            }
            if (text.startsWith("-") || text.endsWith("-")) {
                return new Sign(true, (text.startsWith("-") ? text.substring(1) : text.substring(0, text.length() - 1)).strip());
            }
            Matcher inner = Pattern.compile("^([^\\d\\s-]{1,4})\\s*-(.*)$").matcher(text);
            return inner.matches() ? new Sign(true, inner.group(1) + inner.group(2)) : new Sign(false, text.replaceFirst("^\\+", ""));
        }
    }

    private static Parsed<Amount> unsigned(String text, String original, Unit headerUnit) {
        String rest = text;
        String currency = null;
        Matcher sign = CURRENCY.matcher(rest);
        while (sign.find()) {
            currency = code(sign.group(), currency);
            rest = (rest.substring(0, sign.start()) + rest.substring(sign.end())).strip();
            sign = CURRENCY.matcher(rest);
        }
        if (rest.endsWith("%")) {
            String stated = currency;
            return figure(rest.substring(0, rest.length() - 1).strip(), original)
                    .then(value -> Parsed.good(new Amount(value.movePointLeft(2), stated)));
        }
        return scaled(rest, original, headerUnit, currency);
    }

    private static @Nullable String code(String sign, @Nullable String before) {
        String code = CODES.get(sign.toLowerCase(Locale.ROOT));
        return code == null ? before : code;
    }

    private static Parsed<Amount> scaled(String rest, String original, Unit headerUnit, @Nullable String currency) {
        Matcher unit = UNIT.matcher(rest);
        if (unit.matches()) {
            return figure(unit.group(1).strip(), original)
                    .then(value -> Parsed.good(new Amount(value.multiply(Unit.factor(unit.group(2))), currency)));
        }
        if (rest.matches(".*[一-龥〇○].*")) {
            Optional<BigDecimal> numeral = ChineseNumeral.parse(rest);
            boolean hasUnit = rest.matches(".*[十拾百佰千仟万萬亿億].*");
            return numeral.map(value -> Parsed.good(new Amount(hasUnit ? value : value.multiply(headerUnit.factor()), currency)))
                    .orElseGet(() -> bad(rest.matches(".*\\d.*") ? "number.mixed" : "number.text", original));
        }
        return figure(rest, original).then(value -> Parsed.good(new Amount(value.multiply(headerUnit.factor()), currency)));
    }

    private static Parsed<BigDecimal> figure(String text, String original) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (PLAIN.matcher(lower).matches() || POWER.matcher(lower).matches()) {
            return Parsed.good(new BigDecimal(lower.endsWith(".") ? lower + "0" : lower));
        }
        if (GROUPED.matcher(lower).matches()) {
            return Parsed.good(new BigDecimal(lower.replaceAll("[, ']", "").replaceFirst("\\.$", "")));
        }
        if (lower.matches("[\\d.,' ]+")) {
            return bad(lower.contains(",") || lower.indexOf('.') != lower.lastIndexOf('.') ? "number.ambiguous" : "number.several", original);
        }
        return bad("number.text", original);
    }

    private static <T> Parsed<T> bad(String key, String original) {
        return Parsed.bad(Say.it(key, Say.quote(original)));
    }
}
