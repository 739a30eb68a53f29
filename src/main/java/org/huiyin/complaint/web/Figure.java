package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Page;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * A table of figures as page, paper and files show it.
 *
 * @param key names it in addresses and messages
 * @param source the clause or standard that asks for it; empty where none does
 * @param notes what is not in the figures, and why
 * @param chart the same figures drawn; empty where a table says it better
 */
public record Figure(String key, Sentence title, Sentence meaning, String source, List<Head> heads, List<Line> lines, List<Sentence> notes, List<Bar> chart) {

    /** What a column holds. */
    public enum Kind {
        TEXT, COUNT, SHARE, RATE, MONEY, HOURS
    }

    /** A column. */
    public record Head(Sentence title, Kind kind) {}

    /** A row; one that sums up stands out. */
    public record Line(List<Cell> cells, boolean sum) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** A value with the address of the complaints behind it; no value where there is none to give. */
    public record Cell(@Nullable Object value, @Nullable String href, @Nullable String hint) {

        static Cell of(@Nullable Object value) {
            return new Cell(value, null, null);
        }

        /** A number with a link, as long as there is anything behind it. */
        static Cell of(long count, String href) {
            return new Cell(count, count == 0 ? null : href, null);
        }
    }

    /** A bar of the drawing: its length as a share of the longest, what stands beside it, the cumulated share where there is one. */
    public record Bar(String name, double share, String text, @Nullable Double cumulated) {

        /** The name in so many half widths; a Chinese character takes two. */
        public String cut(int halves) {
            int used = 0;
            for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
                used += name.codePointAt(i) < 0x2E80 ? 1 : 2;
                if (used > halves) {
                    return name.substring(0, Math.max(0, name.offsetByCodePoints(i, -1))) + "…";
                }
            }
            return name;
        }
    }

    public Figure {
        heads = List.copyOf(heads);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        chart = List.copyOf(chart);
    }

    /** A value as a reader reads it. */
    public static String shown(Words page, Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> "–";
            case java.time.Duration took -> page.t("complaint.figures.hours", page.decimal(BigDecimal.valueOf(took.toMinutes()).divide(BigDecimal.valueOf(60), java.math.MathContext.DECIMAL64)));
            case BigDecimal number when kind == Kind.SHARE -> page.percent(number);
            case BigDecimal number when kind == Kind.MONEY -> page.number(number.setScale(2, java.math.RoundingMode.HALF_UP));
            case BigDecimal number when kind == Kind.RATE -> page.decimal(number);
            case BigDecimal number -> page.number(org.huiyin.kernel.Decimals.plain(number));
            default -> page.say(value);
        };
    }

    /** A value as a file holds it. */
    static @Nullable Object filed(Page page, Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case java.time.Duration took -> BigDecimal.valueOf(took.toMinutes()).divide(BigDecimal.valueOf(60), 2, java.math.RoundingMode.HALF_UP);
            case BigDecimal number when kind == Kind.RATE -> number.setScale(4, java.math.RoundingMode.HALF_UP);
            case BigDecimal number -> number;
            case Long number -> number;
            case java.time.LocalDate day -> day.toString();
            default -> page.say(value);
        };
    }
}
