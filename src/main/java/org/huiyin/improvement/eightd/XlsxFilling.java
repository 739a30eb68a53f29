package org.huiyin.improvement.eightd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Fills an Excel template, opened from memory, so that the kept one is never touched: rows of lists repeat, the layout stays. */
final class XlsxFilling {

    private final EightDReport report;

    private XlsxFilling(EightDReport report) {
        this.report = report;
    }

    static byte[] fill(byte[] template, EightDReport report) {
        var filling = new XlsxFilling(report);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                filling.sheet(book.getSheetAt(i));
            }
            book.setForceFormulaRecalculation(true);
            var out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void sheet(XSSFSheet sheet) {
        for (int i = sheet.getLastRowNum(); i >= 0; i--) {
            XSSFRow row = sheet.getRow(i);
            if (row != null) {
                var lists = Placeholders.lists(text(row));
                if (lists.size() == 1) {
                    multiply(sheet, i, lists.iterator().next());
                } else {
                    row.forEach(cell -> cell(cell, report.values()));
                }
            }
        }
    }

    private static String text(Row row) {
        var text = new StringBuilder();
        row.forEach(cell -> text.append(cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "").append(' '));
        return text.toString();
    }

    private void multiply(XSSFSheet sheet, int at, String list) {
        List<Map<String, Object>> entries = report.rows(list);
        int more = entries.size() - 1;
        if (more > 0) {
            int last = last(sheet);
            if (at < last) {
                sheet.shiftRows(at + 1, last, more, true, false);
            }
            List<CellRangeAddress> merged = sheet.getMergedRegions().stream().filter(r -> r.getFirstRow() == at && r.getLastRow() == at).toList();
            var policy = new CellCopyPolicy.Builder().mergedRegions(false).build();
            for (int n = 1; n <= more; n++) {
                sheet.copyRows(at, at, at + n, policy);
                for (CellRangeAddress region : merged) {
                    sheet.addMergedRegion(new CellRangeAddress(at + n, at + n, region.getFirstColumn(), region.getLastColumn()));
                }
            }
        }
        for (int n = 0; n <= Math.max(0, more); n++) {
            Map<String, Object> entry = entries.isEmpty() ? Map.of() : entries.get(n);
            var values = new java.util.HashMap<String, Object>(report.values());
            for (String column : java.util.Objects.requireNonNull(EightDReport.LISTS.get(list))) {
                values.put(list + "." + column, entry.getOrDefault(column, ""));
            }
            List<Cell> cells = new ArrayList<>();
            sheet.getRow(at + n).forEach(cells::add);
            cells.forEach(cell -> cell(cell, values));
        }
    }

    /** The last row that holds a cell or a part of a merged one. */
    private static int last(XSSFSheet sheet) {
        return Math.max(sheet.getLastRowNum(), sheet.getMergedRegions().stream().mapToInt(CellRangeAddress::getLastRow).max().orElse(0));
    }

    /** A cell that is nothing but a figure becomes a figure; all else is text, never a formula. */
    private static void cell(Cell cell, Map<String, Object> values) {
        if (cell.getCellType() != CellType.STRING || !cell.getStringCellValue().contains("{{")) {
            return;
        }
        String text = cell.getStringCellValue();
        Matcher alone = Placeholders.PLACE.matcher(text.strip());
        if (alone.matches() && values.get(alone.group(1).strip()) instanceof BigDecimal figure) {
            cell.setCellValue(figure.doubleValue());
            return;
        }
        cell.setCellValue(Placeholders.PLACE.matcher(text).replaceAll(hit -> Matcher.quoteReplacement(shown(values.getOrDefault(hit.group(1).strip(), "")))));
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
    }
}
