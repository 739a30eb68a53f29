package org.huiyin.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;

/** Reads what people type into cells; every refusal is a sentence that says what is wrong and what to do. */
public final class CellParsers {

    private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    /** Excel keeps fifteen digits of a number; the rest of a longer code is lost. */
    private static final int EXCEL_DIGITS = 15;
    private static final Set<String> YES = Set.of("是", "有", "对", "對", "y", "yes", "true", "t", "1", "√", "✓", "✔", "☑", "v", "ok", "已", "真");
    private static final Set<String> NO = Set.of("否", "无", "無", "没有", "沒有", "不是", "错", "錯", "n", "no", "false", "f", "0", "×", "✗", "✘", "x", "☐", "未", "假");

    private CellParsers() {}

    /** Money or another figure, times the unit that the cell or else the header states. */
    public static Parsed<Amount> amount(Cell cell, Unit headerUnit) {
        return switch (cell) {
            case Cell.Number number -> Parsed.good(new Amount(number.percent() ? number.value() : number.value().multiply(headerUnit.factor()), null));
            case Cell.Text text -> NumberText.parse(text.text(), headerUnit);
            case Cell.Blank _ -> Parsed.empty();
            case Cell.Fault fault -> fault(fault);
            case Cell.Day day -> Parsed.bad(Say.it("number.date", day.shown()));
            case Cell.Truth truth -> Parsed.bad(Say.it("number.text", truth.shown()));
        };
    }

    public static Parsed<BigDecimal> number(Cell cell) {
        return amount(cell, Unit.ONE).then(amount -> Parsed.good(amount.value()));
    }

    /** A share between 0 and 1: 85%, 0.85 and 85 are the same. */
    public static Parsed<BigDecimal> percent(Cell cell) {
        boolean marked = cell instanceof Cell.Number number && number.percent()
                || cell instanceof Cell.Text text && text.text().matches("(?s).*[%％].*");
        return number(cell).then(value -> {
            BigDecimal share = marked || value.abs().compareTo(BigDecimal.ONE) <= 0 ? value : value.divide(HUNDRED);
            return share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0
                    ? Parsed.bad(Say.it("percent.range", Say.quote(cell.shown())))
                    : Parsed.good(share);
        });
    }

    public static Parsed<Integer> integer(Cell cell, int least, int most) {
        return number(cell).then(value -> {
            if (value.stripTrailingZeros().scale() > 0) {
                return Parsed.bad(Say.it("integer.fraction", Say.quote(cell.shown())));
            }
            if (value.compareTo(BigDecimal.valueOf(least)) < 0 || value.compareTo(BigDecimal.valueOf(most)) > 0) {
                return Parsed.bad(Say.it("integer.range", Say.quote(cell.shown()), String.valueOf(least), String.valueOf(most)));
            }
            return Parsed.good(value.setScale(0, RoundingMode.UNNECESSARY).intValueExact());
        });
    }

    public static Parsed<LocalDate> date(Cell cell) {
        return date(cell, EARLIEST, LATEST);
    }

    public static Parsed<LocalDate> date(Cell cell, LocalDate earliest, LocalDate latest) {
        Parsed<LocalDate> read = switch (cell) {
            case Cell.Day day -> Parsed.good(day.value().toLocalDate());
            case Cell.Number number -> serial(number);
            case Cell.Text text -> NumberText.nothing(text.text()) ? Parsed.empty() : dateText(text.text());
            case Cell.Blank _ -> Parsed.empty();
            case Cell.Fault fault -> fault(fault);
            case Cell.Truth truth -> Parsed.bad(Say.it("date.text", truth.shown()));
        };
        return read.then(day -> day.isBefore(earliest) || day.isAfter(latest)
                ? Parsed.bad(Say.it("date.range", Say.quote(cell.shown()), earliest.toString(), latest.toString()))
                : Parsed.good(day));
    }

    private static Parsed<LocalDate> dateText(String text) {
        String digits = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return digits.matches("\\d{5}(\\.\\d+)?") ? serial(new Cell.Number(new BigDecimal(digits))) : DateText.day(text);
    }

    /** 46113 is a day that lost its format; 20260401 is one that never had it. */
    private static Parsed<LocalDate> serial(Cell.Number number) {
        String digits = number.shown();
        if (digits.matches("\\d{6}|\\d{8}")) {
            return DateText.day(digits);
        }
        return digits.matches("\\d{1,5}(\\.\\d+)?") && DateSerial.possible(number.value())
                ? Parsed.good(DateSerial.toDate(number.value(), number.from1904()).toLocalDate())
                : Parsed.bad(Say.it("date.text", Say.quote(digits)));
    }

    /** A month; of a full date its month. */
    public static Parsed<YearMonth> month(Cell cell) {
        Parsed<YearMonth> read = switch (cell) {
            case Cell.Text text when NumberText.nothing(text.text()) -> Parsed.empty();
            case Cell.Text text -> DateText.month(text.text());
            case Cell.Number number when number.shown().matches("\\d{6}") -> DateText.month(number.shown());
            default -> date(cell).then(day -> Parsed.good(YearMonth.from(day)));
        };
        return read.then(month -> month.atDay(1).isBefore(EARLIEST) || month.atDay(1).isAfter(LATEST)
                ? Parsed.bad(Say.it("date.range", Say.quote(cell.shown()), EARLIEST.toString(), LATEST.toString()))
                : Parsed.good(month));
    }

    public static Parsed<Boolean> truth(Cell cell) {
        if (cell instanceof Cell.Truth(boolean value)) {
            return Parsed.good(value);
        }
        if (cell instanceof Cell.Fault fault) {
            return fault(fault);
        }
        String word = Normalizer.normalize(cell.shown(), Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return Parsed.empty();
        }
        return YES.contains(word) ? Parsed.good(true)
                : NO.contains(word) ? Parsed.good(false)
                : Parsed.bad(Say.it("truth.text", Say.quote(cell.shown())));
    }

    /** Text in one line without invisible characters; a number stands as its digits, so that codes and phones survive. */
    public static Parsed<String> text(Cell cell, int longest) {
        return switch (cell) {
            case Cell.Fault fault -> fault(fault);
            case Cell.Number number when digitsLost(number) -> Parsed.bad(Say.it("text.digitsLost", number.shown()));
            case Cell.Text text when text.text().strip().matches("\\d\\.\\d+[eE]\\+\\d+") -> Parsed.bad(Say.it("text.digitsLost", Say.quote(text.text())));
            default -> fitting(TextCleaner.line(cell.shown()), longest);
        };
    }

    /** Text that may have several lines. */
    public static Parsed<String> longText(Cell cell, int longest) {
        return cell instanceof Cell.Text text ? fitting(TextCleaner.lines(text.text()), longest) : text(cell, longest);
    }

    private static Parsed<String> fitting(String clean, int longest) {
        int length = clean.codePointCount(0, clean.length());
        if (length == 0) {
            return Parsed.empty();
        }
        return length > longest
                ? Parsed.bad(Say.it("text.long", Say.quote(clean), String.valueOf(length), String.valueOf(longest)))
                : Parsed.good(clean);
    }

    private static boolean digitsLost(Cell.Number number) {
        return number.value().precision() - number.value().scale() > EXCEL_DIGITS;
    }

    private static <T> Parsed<T> fault(Cell.Fault fault) {
        return fault.code().startsWith("=")
                ? Parsed.bad(Say.it("cell.formula", Say.quote(fault.code())))
                : Parsed.bad(Say.it("cell.error", fault.code()));
    }
}
