package org.huiyin.sheets;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Writes CSV that Excel opens with the right characters (UTF-8 with its mark) and without computing anything. */
public final class CsvWriter implements AutoCloseable {

    private final CSVPrinter printer;

    public CsvWriter(OutputStream out) {
        try {
            var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            writer.write('\uFEFF');
            printer = new CSVPrinter(writer, CSVFormat.EXCEL);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** One row; numbers stay numbers, text that begins like a formula gets a quote mark before it. */
    public CsvWriter row(@Nullable Object... values) {
        List<String> cells = new ArrayList<>(values.length);
        for (Object value : values) {
            cells.add(switch (value) {
                case null -> "";
                case java.math.BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                default -> SafeText.inCsv(value.toString());
            });
        }
        try {
            printer.printRecord(cells);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return this;
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
