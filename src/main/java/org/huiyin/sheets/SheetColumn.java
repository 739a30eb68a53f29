package org.huiyin.sheets;

/** A column to be written: its title, what it holds and its width in characters. */
public record SheetColumn(String title, Kind kind, double width) {

    /** What a column holds; money has two decimals, a percentage is given as a share. */
    public enum Kind {
        TEXT(null, 18),
        INTEGER("#,##0", 10),
        NUMBER("#,##0.######", 12),
        MONEY("#,##0.00", 16),
        PERCENT("0.0%", 10),
        DATE("yyyy-mm-dd", 12),
        TIME("yyyy-mm-dd hh:mm", 17);

        private final @org.jspecify.annotations.Nullable String format;
        private final double width;

        Kind(@org.jspecify.annotations.Nullable String format, double width) {
            this.format = format;
            this.width = width;
        }

        @org.jspecify.annotations.Nullable String format() {
            return format;
        }
    }

    public static SheetColumn of(String title, Kind kind) {
        return new SheetColumn(title, kind, Math.max(kind.width, titleWidth(title)));
    }

    public static SheetColumn text(String title) {
        return of(title, Kind.TEXT);
    }

    public SheetColumn wide(double characters) {
        return new SheetColumn(title, kind, characters);
    }

    private static double titleWidth(String title) {
        return title.chars().mapToDouble(c -> c > 0x2E80 ? 2 : 1).sum() + 3;
    }
}
