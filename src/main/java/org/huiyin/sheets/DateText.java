package org.huiyin.sheets;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day or a month that was written as text; refuses what could be two days. */
final class DateText {

    private static final String TAIL = "(?:\\s*t?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?z?)?";
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{3,4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号號]?" + TAIL);
    private static final Pattern REPUBLIC = Pattern.compile("(?:民国|民國|中华民国|中華民國|roc|r\\.o\\.c\\.)\\s*(\\d{1,3})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(?:(\\d{1,2})\\s*[日号號]?)?" + TAIL);
    private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})" + TAIL);
    private static final Pattern SHORT_YEAR = Pattern.compile("(?:\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}|\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2})" + TAIL + "|\\d{2}年\\d{1,2}月\\d{1,2}[日号號]?");
    private static final Pattern DAY_NAME_YEAR = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?[-/ .]*([a-z]{3,9})\\.?,?[-/ .]*(\\d{4})");
    private static final Pattern NAME_DAY_YEAR = Pattern.compile("([a-z]{3,9})\\.?[-/ .]*(\\d{1,2})(?:st|nd|rd|th)?,?[-/ .]+(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{3,4})\\s*[-/.年]\\s*(\\d{1,2})\\s*(?:月份?)?");
    private static final Pattern MONTH_DIGITS = Pattern.compile("(\\d{4})(0[1-9]|1[0-2])");
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
    private static final Pattern NAME_YEAR = Pattern.compile("([a-z]{3,9})\\.?[-/ .,]*(\\d{4})");
    private static final Pattern NO_YEAR = Pattern.compile("\\d{1,2}[-/.月]\\d{1,2}[日号號]?|\\d{1,2}月份?|[a-z]{3,9}");
    private static final List<String> NAMES = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");
    private static final int REPUBLIC_START = 1911;

    private DateText() {}

    static Parsed<LocalDate> day(String original) {
        String text = tidy(original);
        Matcher republic = REPUBLIC.matcher(text);
        if (republic.matches() && republic.group(3) != null) {
            return day(REPUBLIC_START + number(republic.group(1)), number(republic.group(2)), number(republic.group(3)), original);
        }
        Matcher first = YEAR_FIRST.matcher(text);
        Matcher digits = DIGITS.matcher(text);
        if (first.matches() || digits.matches()) {
            Matcher found = first.matches() ? first : digits;
            return day(year(found.group(1)), number(found.group(2)), number(found.group(3)), original);
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches()) {
            return eitherOrder(number(last.group(1)), number(last.group(2)), number(last.group(3)), original);
        }
        return named(text, original);
    }

    private static Parsed<LocalDate> named(String text, String original) {
        Matcher dayFirst = DAY_NAME_YEAR.matcher(text);
        if (dayFirst.matches() && monthNamed(dayFirst.group(2)) > 0) {
            return day(number(dayFirst.group(3)), monthNamed(dayFirst.group(2)), number(dayFirst.group(1)), original);
        }
        Matcher nameFirst = NAME_DAY_YEAR.matcher(text);
        if (nameFirst.matches() && monthNamed(nameFirst.group(1)) > 0) {
            return day(number(nameFirst.group(3)), monthNamed(nameFirst.group(1)), number(nameFirst.group(2)), original);
        }
        if (SHORT_YEAR.matcher(text).matches()) {
            return bad("date.shortYear", original);
        }
        if (NO_YEAR.matcher(text).matches()) {
            return bad("date.noYear", original);
        }
        return bad(bareMonth(text, original) instanceof Parsed.Good ? "date.monthOnly" : "date.text", original);
    }

    /** A month, or the month of a whole day. */
    static Parsed<YearMonth> month(String original) {
        String text = tidy(original);
        Parsed<YearMonth> bare = bareMonth(text, original);
        if (bare instanceof Parsed.Empty) {
            return day(text) instanceof Parsed.Good<LocalDate>(LocalDate day) ? Parsed.good(YearMonth.from(day)) : bad("month.text", original);
        }
        return bare;
    }

    /** Empty when the text has not the form of a month. */
    private static Parsed<YearMonth> bareMonth(String text, String original) {
        for (Pattern pattern : List.of(REPUBLIC, MONTH, MONTH_DIGITS)) {
            Matcher found = pattern.matcher(text.replaceFirst("(?<=\\d)月份?$", pattern == REPUBLIC ? "月" : ""));
            if (found.matches()) {
                int year = pattern == REPUBLIC ? REPUBLIC_START + number(found.group(1)) : year(found.group(1));
                return month(year, number(found.group(2)), original);
            }
        }
        Matcher last = MONTH_LAST.matcher(text);
        if (last.matches()) {
            return month(number(last.group(2)), number(last.group(1)), original);
        }
        Matcher name = NAME_YEAR.matcher(text);
        if (name.matches() && monthNamed(name.group(1)) > 0) {
            return month(number(name.group(2)), monthNamed(name.group(1)), original);
        }
        if (NO_YEAR.matcher(text).matches()) {
            return bad("date.noYear", original);
        }
        return Parsed.empty();
    }

    private static String tidy(String original) {
        String text = Normalizer.normalize(original, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Cntrl}]", "")
                .replaceAll("\\p{Z}+", " ")
                .replaceAll("\\s*\\(?(星期|周|週|礼拜|禮拜)[一二三四五六日天]\\)?\\s*", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
        return text.matches("[〇零○一二三四五六七八九十百年月日号號份民国國初正元]+") ? inDigits(text) : text;
    }

    /** 二〇二六年四月十一日: the year by its digits, month and day as numerals. */
    private static String inDigits(String text) {
        Matcher part = Pattern.compile("[〇零○一二三四五六七八九十百]+").matcher(text);
        return part.replaceAll(m -> ChineseNumeral.parse(m.group()).map(Object::toString).orElse(m.group()));
    }

    /** Three digits are a year of the Republic (115 is 2026). */
    private static int year(String digits) {
        return digits.length() == 3 ? REPUBLIC_START + number(digits) : number(digits);
    }

    private static Parsed<LocalDate> eitherOrder(int one, int two, int year, String original) {
        if (one <= 12 && two <= 12 && one != two) {
            return Parsed.bad(Say.it("date.ambiguous", Say.quote(original),
                    LocalDate.of(year, one, two).toString(), LocalDate.of(year, two, one).toString()));
        }
        return one > 12 ? day(year, two, one, original) : day(year, one, two, original);
    }

    private static Parsed<LocalDate> day(int year, int month, int day, String original) {
        if (month < 1 || month > 12) {
            return Parsed.bad(Say.it("date.noSuchMonth", Say.quote(original), String.valueOf(month)));
        }
        int days = YearMonth.of(year, month).lengthOfMonth();
        if (day < 1 || day > days) {
            return Parsed.bad(Say.it("date.noSuchDay", Say.quote(original), String.valueOf(year), String.valueOf(month), String.valueOf(days)));
        }
        return Parsed.good(LocalDate.of(year, month, day));
    }

    private static Parsed<YearMonth> month(int year, int month, String original) {
        return month >= 1 && month <= 12
                ? Parsed.good(YearMonth.of(year, month))
                : Parsed.bad(Say.it("date.noSuchMonth", Say.quote(original), String.valueOf(month)));
    }

    private static int monthNamed(String word) {
        for (int i = 0; i < NAMES.size(); i++) {
            if (word.equals("sept") && i == 8 || NAMES.get(i).startsWith(word) && word.length() >= 3) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static <T> Parsed<T> bad(String key, String original) {
        return Parsed.bad(Say.it(key, Say.quote(original)));
    }
}
