package org.huiyin.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes an .xlsx as a stream: any number of rows in flat memory, text never as a formula. */
public final class SheetWriter implements TableWriter {

    private static final int FLUSHED_ROWS = 200;
    private static final int NAME_LENGTH = 31;

    private final Workbook workbook;
    private final int mostRows;
    private final Set<String> names = new HashSet<>();
    private SheetPlan plan = new SheetPlan("", List.of(), List.of());
    private @Nullable Worksheet sheet;
    private int next;

    public SheetWriter(OutputStream out) {
        this(out, Worksheet.MAX_ROWS);
    }

    SheetWriter(OutputStream out, int mostRows) {
        this.workbook = new Workbook(out, "Huiyin", "1.0");
        this.workbook.setGlobalDefaultFont("Microsoft YaHei", 10);
        this.mostRows = mostRows;
    }

    @Override
    public SheetWriter sheet(SheetPlan next) {
        finishSheet();
        plan = next;
        begin();
        return this;
    }

    @Override
    public SheetWriter row(@Nullable Object... values) {
        if (next >= mostRows) {
            finishSheet();
            begin();
        }
        Worksheet target = current();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                write(target, i, value);
            }
        }
        next++;
        if (next % FLUSHED_ROWS == 0) {
            flush(target);
        }
        return this;
    }

    @Override
    public void close() {
        finishSheet();
        try {
            if (names.isEmpty()) {
                workbook.newWorksheet("1");
            }
            workbook.close();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void begin() {
        Worksheet begun = workbook.newWorksheet(freeName(plan.name()));
        sheet = begun;
        next = 0;
        for (int i = 0; i < plan.columns().size(); i++) {
            begun.width(i, Math.min(plan.columns().get(i).width(), 100));
        }
        for (String line : plan.heading()) {
            begun.inlineString(next, 0, SafeText.legal(line));
            if (next == 0) {
                begun.style(0, 0).bold().fontSize(14).set();
            }
            next++;
        }
        header(begun);
        begun.freezePane(0, next);
    }

    private void header(Worksheet begun) {
        for (int i = 0; i < plan.columns().size(); i++) {
            begun.inlineString(next, i, SafeText.legal(plan.columns().get(i).title()));
            begun.style(next, i).bold().fillColor("E6EEF0").borderStyle("thin").borderColor("8A9397")
                    .verticalAlignment("center").wrapText(true).set();
        }
        if (!plan.columns().isEmpty()) {
            begun.repeatRows(next);
            next++;
        }
    }

    private void write(Worksheet target, int column, Object value) {
        switch (value) {
            case Number number -> target.value(next, column, number);
            case Boolean truth -> target.value(next, column, truth);
            case LocalDate day -> target.value(next, column, day);
            case LocalDateTime time -> target.value(next, column, time);
            default -> text(target, column, value.toString());
        }
        String format = format(column, value);
        if (format != null) {
            target.style(next, column).format(format).set();
        }
    }

    private void text(Worksheet target, int column, String text) {
        String legal = SafeText.legal(text);
        target.inlineString(next, column, legal);
        if (SafeText.looksLikeFormula(legal)) {
            target.style(next, column).format("@").set();
        }
    }

    private @Nullable String format(int column, Object value) {
        SheetColumn.Kind kind = column < plan.columns().size() ? plan.columns().get(column).kind() : SheetColumn.Kind.TEXT;
        return switch (value) {
            case LocalDate _ -> SheetColumn.Kind.DATE.format();
            case LocalDateTime _ -> SheetColumn.Kind.TIME.format();
            case Number _ -> kind.format();
            default -> null;
        };
    }

    /** Excel refuses some characters and equal names in one workbook, whatever their case. */
    private String freeName(String wanted) {
        String clean = SafeText.legal(wanted).replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").replaceAll("^'+|'+$", "").strip();
        String base = clean.isEmpty() || clean.equalsIgnoreCase("history") ? clean + "1" : clean;
        String name = cut(base, "");
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(base, " (" + i + ")");
        }
        return name;
    }

    private static String cut(String base, String suffix) {
        int room = NAME_LENGTH - suffix.length();
        if (base.length() <= room) {
            return base + suffix;
        }
        int end = Character.isHighSurrogate(base.charAt(room - 1)) ? room - 1 : room;
        return base.substring(0, end) + suffix;
    }

    private Worksheet current() {
        if (sheet == null) {
            begin();
        }
        return java.util.Objects.requireNonNull(sheet);
    }

    private void finishSheet() {
        if (sheet != null) {
            try {
                sheet.finish();
            } catch (IOException problem) {
                throw new UncheckedIOException(problem);
            }
            sheet = null;
        }
    }

    private static void flush(Worksheet target) {
        try {
            target.flush();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
