package org.huiyin.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV that Excel opens with the right characters (UTF-8 with its mark) and without computing anything. A table is its
 * column titles and its rows, so that a program can read it; a further table follows after an empty line and its name.
 */
public final class CsvWriter implements TableWriter {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final CSVPrinter printer;
    private boolean begun;

    public CsvWriter(OutputStream out) {
        try {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public CsvWriter sheet(SheetPlan plan) {
        if (begun) {
            print(List.of());
            row(plan.name());
        }
        begun = true;
        return row(plan.columns().stream().map(SheetColumn::title).toArray());
    }

    /** One row; numbers stay numbers, text that begins like a formula gets a quote mark before it. */
    @Override
    public CsvWriter row(@Nullable Object... values) {
        List<String> cells = new ArrayList<>(values.length);
        for (Object value : values) {
            cells.add(switch (value) {
                case null -> "";
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                case LocalDateTime time -> TIME.format(time);
                default -> SafeText.inCsv(value.toString());
            });
        }
        print(cells);
        return this;
    }

    private void print(List<String> cells) {
        try {
            printer.printRecord(cells);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
