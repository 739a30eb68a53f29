package org.huiyin.sheets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An .xlsx workbook, read as a stream. */
final class WorkbookFile implements SheetFile {

    /** Excel itself keeps fifteen digits; what follows is noise of binary fractions. */
    private static final MathContext EXCEL = new MathContext(15);
    private static final int MOST_DIGITS = 30;

    private final ReadableWorkbook workbook;
    private final List<Sheet> visible;
    private final String name;
    private final SheetLimits limits;
    private final SheetReader.Release release;

    WorkbookFile(Path file, String name, SheetLimits limits, SheetReader.Release release) throws IOException {
        this.name = name;
        this.limits = limits;
        this.release = release;
        try {
            this.workbook = opened(file);
        } catch (IOException | RuntimeException broken) {
            throw broken(broken);
        }
        this.visible = workbook.getSheets().filter(s -> s.getVisibility() == SheetVisibility.VISIBLE).toList();
        if (visible.isEmpty()) {
            workbook.close();
            throw new UnreadableSheet(Say.it("file.noSheet", name));
        }
    }

    /** Some programs write no styles; then there are no formats, and a day is recognised by its serial number alone. */
    private static ReadableWorkbook opened(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        } catch (ExcelReaderException noStyles) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
        }
    }

    @Override
    public List<String> sheets() {
        return visible.stream().map(Sheet::getName).toList();
    }

    @Override
    public String reading() {
        return "xlsx";
    }

    @Override
    public Stream<Row> rows(int sheet) {
        try {
            Stream<org.dhatim.fastexcel.reader.Row> source = visible.get(sheet).openStream();
            return StreamSupport.stream(new Guarded(source), false).onClose(source::close);
        } catch (IOException | ExcelReaderException broken) {
            throw broken(broken);
        }
    }

    @Override
    public void close() {
        try {
            workbook.close();
            release.now();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private UnreadableSheet broken(Exception cause) {
        return new UnreadableSheet(Say.it("file.broken", name), cause);
    }

    /** Turns the library's failures half-way into our sentence. */
    private final class Guarded extends Spliterators.AbstractSpliterator<Row> {

        private final java.util.Spliterator<org.dhatim.fastexcel.reader.Row> source;

        Guarded(Stream<org.dhatim.fastexcel.reader.Row> source) {
            super(Long.MAX_VALUE, ORDERED | NONNULL);
            this.source = source.spliterator();
        }

        @Override
        public boolean tryAdvance(Consumer<? super Row> action) {
            Row[] next = new Row[1];
            boolean more;
            try {
                more = source.tryAdvance(row -> next[0] = row(row));
            } catch (UnreadableSheet known) {
                throw known;
            } catch (RuntimeException unknown) {
                throw broken(unknown);
            }
            if (more) {
                action.accept(next[0]);
            }
            return more;
        }
    }

    private Row row(org.dhatim.fastexcel.reader.Row row) {
        if (row.getRowNum() > limits.rows()) {
            throw new UnreadableSheet(Say.it("rows.many", String.valueOf(limits.rows())));
        }
        List<Cell> cells = new ArrayList<>(row.getCellCount());
        int last = 0;
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) && row.getCell(i) != null ? cell(row.getCell(i)) : Cell.BLANK;
            cells.add(cell);
            last = cell instanceof Cell.Blank ? last : i + 1;
        }
        if (last > limits.columns()) {
            throw new UnreadableSheet(Say.it("columns.many", String.valueOf(row.getRowNum()), String.valueOf(limits.columns())));
        }
        return new Row(row.getRowNum(), cells.subList(0, last));
    }

    private Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.ERROR) {
            return new Cell.Fault(cell.getRawValue() == null ? "#VALUE!" : cell.getRawValue());
        }
        if (value == null) {
            return cell.getType() == CellType.FORMULA ? new Cell.Fault("=" + cell.getFormula()) : Cell.BLANK;
        }
        return switch (value) {
            case BigDecimal number -> number(number, cell);
            case Boolean truth -> new Cell.Truth(truth);
            default -> text(value.toString(), cell.getType());
        };
    }

    private static Cell text(String text, CellType type) {
        boolean error = type == CellType.FORMULA && text.matches("#(DIV/0!|N/A|NAME\\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)");
        return error ? new Cell.Fault(text) : text.isEmpty() ? Cell.BLANK : new Cell.Text(text);
    }

    private Cell number(BigDecimal raw, org.dhatim.fastexcel.reader.Cell cell) {
        if (Math.abs((long) raw.precision() - raw.scale()) > MOST_DIGITS) {
            return raw.signum() == 0 || raw.scale() > 0 ? new Cell.Number(BigDecimal.ZERO) : new Cell.Fault(raw.toString());
        }
        BigDecimal value = raw.round(EXCEL).stripTrailingZeros();
        boolean from1904 = workbook.isDate1904();
        String format = cell.getDataFormatString();
        Integer id = cell.getDataFormatId();
        if (DateSerial.shownAsDate(id, format) && DateSerial.possible(value)) {
            return new Cell.Day(DateSerial.toDate(value, from1904));
        }
        boolean percent = format != null && format.toLowerCase(Locale.ROOT).contains("%");
        return new Cell.Number(value.scale() < 0 ? value.setScale(0) : value, percent, from1904);
    }
}
