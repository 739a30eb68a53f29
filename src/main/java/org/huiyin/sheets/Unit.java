package org.huiyin.sheets;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unit in which a column counts, as its header says: 销售额（万元）. */
public record Unit(String name, BigDecimal factor) {

    public static final Unit ONE = new Unit("", BigDecimal.ONE);

    private static final Map<String, Integer> POWERS = Map.ofEntries(
            Map.entry("百", 2), Map.entry("千", 3), Map.entry("仟", 3), Map.entry("万", 4), Map.entry("萬", 4),
            Map.entry("十万", 5), Map.entry("十萬", 5), Map.entry("百万", 6), Map.entry("百萬", 6),
            Map.entry("千万", 7), Map.entry("千萬", 7), Map.entry("亿", 8), Map.entry("億", 8), Map.entry("k", 3));
    private static final String WORD = "([十百千仟]?[万萬]|[百千仟]|[亿億])";
    private static final Pattern IN_HEADER = Pattern.compile(
            "(?:[(\\[【〔/:,]|单位|單位)\\s*(?:单位|單位)?:?\\s*(?:人民币|人民幣|rmb|cny|nt\\$|¥)?\\s*" + WORD + "\\s*(?:元|圆|圓|rmb|cny|件|只|pcs)?\\s*(?:[)\\]】〕]|$)");
    private static final Pattern THOUSANDS = Pattern.compile("[(\\[/]\\s*(?:k|000s?|thousands?)\\s*(?:rmb|cny|yuan)?\\s*(?:[)\\]]|$)");

    /** The unit that a header states, or one. */
    public static Unit ofHeader(String header) {
        String text = Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(java.util.Locale.ROOT).strip();
        Matcher word = IN_HEADER.matcher(text);
        if (word.find()) {
            return new Unit(word.group(1), factor(word.group(1)));
        }
        return THOUSANDS.matcher(text).find() ? new Unit("k", factor("k")) : ONE;
    }

    static BigDecimal factor(String word) {
        Integer power = POWERS.get(word);
        if (power == null) {
            throw new IllegalArgumentException(word);
        }
        return BigDecimal.TEN.pow(power);
    }
}
