package org.huiyin.complaint;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.Decimals;
import org.jspecify.annotations.Nullable;

/**
 * What a label says once its bar code has been read: GS1 element strings and links, data identifiers of ANSI MH10.8.2 as the labels of VDA and
 * Odette carry them, fields with a name, or words without any (features-and-traps.md, feature 3).
 *
 * @param words what carries no name, for who knows the parts and the lots
 * @param prefixed a single letter that may be a data identifier, and what follows it
 */
public record Label(String part, String lot, String serial, @Nullable BigDecimal quantity, String unit, List<String> words, @Nullable Prefixed prefixed) {

    private static final char GROUP = '\u001d';
    private static final char RECORD = '\u001e';
    private static final char END = '\u0004';
    private static final int LONGEST = 4_000;
    private static final int LONGEST_FIELD = 80;
    private static final int MOST_DIGITS = 9;

    private static final Pattern SYMBOLOGY = Pattern.compile("^](C1|d2|Q3|e0|J1)");
    private static final Pattern BRACKETED = Pattern.compile("\\((\\d{2,4})\\)([^(]*)");
    private static final Pattern LINK = Pattern.compile("(?i)^https?://\\S+$");
    private static final Pattern LINK_STEP = Pattern.compile("/(01|10|21|22|240|241|30|37)/([^/?#]+)");
    /** Elements of GS1 whose length is fixed by their first two digits (GS1 General Specifications, figure 7.8.5-2), without these digits. */
    private static final Map<String, Integer> FIXED = Map.ofEntries(Map.entry("00", 18), Map.entry("01", 14), Map.entry("02", 14), Map.entry("03", 14),
            Map.entry("04", 16), Map.entry("11", 6), Map.entry("12", 6), Map.entry("13", 6), Map.entry("14", 6), Map.entry("15", 6), Map.entry("16", 6),
            Map.entry("17", 6), Map.entry("18", 6), Map.entry("19", 6), Map.entry("20", 2), Map.entry("31", 8), Map.entry("32", 8), Map.entry("33", 8),
            Map.entry("34", 8), Map.entry("35", 8), Map.entry("36", 8), Map.entry("41", 14));
    private static final Set<String> TWO_DIGITS = Set.of("10", "21", "22", "30", "37", "90", "91", "92", "93", "94", "95", "96", "97", "98", "99");
    private static final Pattern IDENTIFIED = Pattern.compile("^(\\d{0,3}[A-Z])(.+)$");
    private static final Set<String> USUAL = Set.of("P", "1P", "30P", "S", "25S", "T", "1T", "25T", "30T", "Q", "7Q", "H", "V", "K", "N");
    private static final Pattern BARE_IDENTIFIED = Pattern.compile("^(1P|30P|1T|25T|30T|25S|7Q)([A-Za-z0-9][A-Za-z0-9./_-]*(?: [A-Za-z0-9./_-]+)*)$");
    private static final Pattern LETTER = Pattern.compile("^([PQSTH])([A-Za-z0-9][A-Za-z0-9./_-]*)$");
    private static final Pattern AMOUNT = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?)\\s*([^0-9\\s]{0,10})");
    private static final Pattern PIECES = Pattern.compile("(?i)pce|pcs|pc|ea|each|st|stk|nr|c62|h87");
    private static final String PART_NAMES = "part\\s*(?:number|no\\.?|nr\\.?|#)?|p\\s*/?\\s*n(?:o\\.?)?|pn|item(?:\\s*(?:no\\.?|code))?|material(?:\\s*no\\.?)?|sku|teile-?\\s*nr\\.?|"
            + "零件号?|零件編?编?號?|零件图号|零件圖號|料号|料號|物料(?:号|編號|编号|编码|編碼)?|图号|圖號|件号|件號";
    private static final String LOT_NAMES = "lot\\s*(?:number|no\\.?|nr\\.?|#)?|batch\\s*(?:number|no\\.?|nr\\.?|#)?|l\\s*/\\s*n|charge(?:n-?\\s*nr\\.?)?|批号|批號|批次号?|批次號?|批";
    private static final String SERIAL_NAMES = "serial\\s*(?:number|no\\.?|nr\\.?|#)?|s\\s*/?\\s*n(?:o\\.?)?|sn|序列号|序列號|序号|序號|流水号|流水號";
    private static final String AMOUNT_NAMES = "q(?:uanti)?ty\\.?|q'ty|menge|pcs|数量|數量|件数|件數";
    private static final Map<Field, Pattern> NAMES = new EnumMap<>(Map.of(Field.PART, name(PART_NAMES), Field.LOT, name(LOT_NAMES), Field.SERIAL, name(SERIAL_NAMES),
            Field.QUANTITY, name(AMOUNT_NAMES)));
    private static final Pattern ANY_NAME = Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])[\"']?(?:" + PART_NAMES + "|" + LOT_NAMES + "|" + SERIAL_NAMES + "|" + AMOUNT_NAMES
            + ")[\"']?(?:\\s*[:=#]\\s*|\\s+(?=\\S*\\d)|(?<=\\p{IsHan})(?=[A-Za-z0-9]))");
    /** "260312A MADE IN CHINA": words without a digit behind one that has some are no part of it. */
    private static final Pattern TRAILING = Pattern.compile("^(\\S*\\d\\S*(?:\\s+\\S*\\d\\S*)*)\\s+[^\\d]*$");
    private static final Pattern NEXT = Pattern.compile("[\\r\\n;|}\t" + GROUP + "]|,(?!\\d)");

    private enum Field {
        PART, LOT, SERIAL, QUANTITY
    }

    /** A word that may begin with a data identifier: "P4711" is the part 4711, or the part P4711. */
    public record Prefixed(String letter, String rest) {}

    private static Pattern name(String names) {
        return Pattern.compile("(?iu)[\"']?(?:" + names + ")[\"']?");
    }

    /** Reads what stands in a bar code. */
    public static Label of(String read) {
        var text = Normalizer.normalize(read.length() > LONGEST ? read.substring(0, LONGEST) : read, Normalizer.Form.NFKC);
        var gs1 = SYMBOLOGY.matcher(text).find() || text.startsWith(String.valueOf(GROUP));
        var bare = SYMBOLOGY.matcher(text).replaceFirst("").replaceFirst("^" + GROUP + "+", "").strip();
        if (bare.startsWith("[)>") || !gs1 && bare.indexOf(GROUP) > 0 && identifiedThroughout(bare)) {
            return identified(bare);
        }
        if (BRACKETED.matcher(bare).lookingAt()) {
            var found = new Builder();
            BRACKETED.matcher(bare).results().forEach(r -> found.element(r.group(1), r.group(2).strip()));
            return found.label();
        }
        if (gs1 || bare.matches("01\\d{14}.*") && checked(bare.substring(2, 16)) || bare.indexOf(GROUP) > 0) {
            var found = elements(bare);
            if (found != null) {
                return found;
            }
        }
        if (LINK.matcher(bare).matches()) {
            return link(bare);
        }
        return named(bare);
    }

    /** "10ABC" looks like a data identifier too, but is none that a label carries alone. */
    private static boolean identifiedThroughout(String text) {
        var found = parts(text).stream().map(IDENTIFIED::matcher).toList();
        return found.stream().allMatch(Matcher::matches) && found.stream().anyMatch(di -> USUAL.contains(di.group(1)));
    }

    /** Whether the last digit of a GTIN is the one that the others ask for. */
    private static boolean checked(String gtin) {
        int sum = 0;
        for (int i = 0; i < gtin.length(); i++) {
            sum += (gtin.charAt(i) - '0') * ((gtin.length() - i) % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }

    /** Elements one after the other: fixed ones end by their length, the others at a group mark. */
    private static @Nullable Label elements(String text) {
        var found = new Builder();
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == GROUP) {
                at++;
                continue;
            }
            if (!text.substring(at).matches("(?s)\\d{2}.*")) {
                return null;
            }
            var two = text.substring(at, at + 2);
            int most = FIXED.getOrDefault(two, 0);
            int end = text.indexOf(GROUP, at) < 0 ? text.length() : text.indexOf(GROUP, at);
            if (most > 0) {
                if (at + 2 + most > text.length()) {
                    return null;
                }
                found.element(two, text.substring(at + 2, at + 2 + most));
                at += 2 + most;
                continue;
            }
            int digits = TWO_DIGITS.contains(two) ? 2 : two.compareTo("23") >= 0 && two.compareTo("25") <= 0 || two.startsWith("4") ? 3 : 4;
            if (at + digits > end) {
                return null;
            }
            found.element(text.substring(at, at + digits), text.substring(at + digits, end));
            at = end;
        }
        return found.label();
    }

    private static List<String> parts(String text) {
        return Stream.of(text.split("[" + GROUP + RECORD + END + "]")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    /** The envelope of ISO/IEC 15434, or its elements alone. */
    private static Label identified(String text) {
        var found = new Builder();
        for (String element : parts(text)) {
            var di = IDENTIFIED.matcher(element);
            if (!element.startsWith("[)>") && di.matches()) {
                found.identified(di.group(1), di.group(2).strip());
            }
        }
        return found.label();
    }

    /** A GS1 link carries its elements as steps; any other one perhaps fields in its query. */
    private static Label link(String text) {
        var found = new Builder();
        LINK_STEP.matcher(text.replaceFirst("[?#].*", "")).results().forEach(r -> found.element(r.group(1), decoded(r.group(2))));
        int query = text.indexOf('?');
        if (query > 0) {
            for (String pair : text.substring(query + 1).split("[&#]")) {
                int sign = pair.indexOf('=');
                if (sign > 0) {
                    found.named(pair.substring(0, sign), decoded(pair.substring(sign + 1)));
                }
            }
        }
        return found.label();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** "P/N: KB-2071 LOT: 260312A QTY: 36": a value reaches to the next name or the end of its line. */
    private static Label named(String text) {
        var found = new Builder();
        var names = ANY_NAME.matcher(text).results().toList();
        if (names.isEmpty()) {
            return alone(text);
        }
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            int end = i + 1 < names.size() ? names.get(i + 1).start() : text.length();
            found.named(name.group().replaceFirst("\\s*[:=#]?\\s*$", ""), NEXT.split(text.substring(name.end(), end).strip(), 2)[0]);
        }
        return found.label();
    }

    /** Without any name: the identifiers that can be nothing else, else words. */
    private static Label alone(String text) {
        var found = new Builder();
        var bare = BARE_IDENTIFIED.matcher(text);
        if (bare.matches()) {
            found.identified(bare.group(1), bare.group(2));
            return found.label();
        }
        var letter = LETTER.matcher(text);
        if (letter.matches()) {
            found.prefixed = new Prefixed(letter.group(1), letter.group(2));
        }
        Stream.of(text.split("[\\r\\n;,|\t" + GROUP + "]| {2,}")).map(String::strip).filter(w -> !w.isEmpty() && w.length() <= LONGEST_FIELD).distinct().forEach(found.words::add);
        return found.label();
    }

    /** Whether the label says nothing that a field could take. */
    public boolean empty() {
        return (part + lot + serial).isEmpty() && quantity == null && words.isEmpty();
    }

    private static final class Builder {

        private String own = "";
        private String theirs = "";
        private String gtin = "";
        private String lot = "";
        private String serial = "";
        private @Nullable BigDecimal quantity;
        private String unit = "";
        private final List<String> words = new ArrayList<>();
        private @Nullable Prefixed prefixed;

        /** An element of GS1. */
        void element(String ai, String value) {
            switch (ai) {
                case "240" -> own = first(own, value);
                case "241" -> theirs = first(theirs, value);
                case "01", "02" -> gtin = first(gtin, value);
                case "10" -> lot = first(lot, value);
                case "21" -> serial = first(serial, value);
                case "30", "37" -> amount(value, "");
                default -> { }
            }
        }

        /** A data identifier of MH10.8.2; "1P" is the supplier's part, which is ours, "P" the customer's. */
        void identified(String di, String value) {
            switch (di) {
                case "1P", "30P" -> own = first(own, value);
                case "P" -> theirs = first(theirs, value);
                case "1T", "25T", "30T", "T", "H" -> lot = first(lot, value);
                case "S", "25S" -> serial = first(serial, value);
                case "Q" -> amount(value, "");
                case "7Q" -> amount(value.replaceFirst("\\p{L}.{0,2}$", ""), value.replaceFirst("^[0-9.,\\s]+", ""));
                default -> { }
            }
        }

        void named(String name, String value) {
            var whole = value.strip().replaceAll("^[\"']|[\"'\\s.。]+$", "");
            var plain = TRAILING.matcher(whole).replaceFirst("$1");
            NAMES.forEach((field, pattern) -> {
                if (pattern.matcher(name.strip()).matches()) {
                    switch (field) {
                        case PART -> own = first(own, plain);
                        case LOT -> lot = first(lot, plain);
                        case SERIAL -> serial = first(serial, plain);
                        case QUANTITY -> {
                            var match = AMOUNT.matcher(whole);
                            if (match.lookingAt()) {
                                amount(match.group(1), match.group(2));
                            }
                        }
                    }
                }
            });
        }

        private static String first(String before, String value) {
            return before.isEmpty() && value.length() <= LONGEST_FIELD ? value : before;
        }

        private void amount(String text, String word) {
            var plain = text.strip().matches("\\d+,\\d{1,2}") ? text.strip().replace(',', '.') : text.replace(",", "").strip();
            if (quantity == null && plain.matches("\\d{1," + MOST_DIGITS + "}(\\.\\d{1,4})?")) {
                quantity = Decimals.plain(new BigDecimal(plain));
                unit = PIECES.matcher(word.strip()).matches() ? "" : word.strip().toLowerCase(Locale.ROOT);
            }
        }

        Label label() {
            return new Label(Stream.of(own, theirs, gtin).filter(p -> !p.isEmpty()).findFirst().orElse(""), lot, serial, quantity, unit,
                    words.stream().limit(12).collect(Collectors.toUnmodifiableList()), prefixed);
        }
    }
}
