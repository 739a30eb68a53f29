package org.huiyin.improvement.eightd;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.web.Words;

/** A sample Excel template with every placeholder, to cut down or to copy from. */
final class SheetForm {

    private final Words words;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFSheet sheet = book.createSheet("8D");
    private final CellStyle strong = book.createCellStyle();
    private final CellStyle wrapped = book.createCellStyle();
    private int row;

    private SheetForm(Words words) {
        this.words = words;
        Font bold = book.createFont();
        bold.setBold(true);
        strong.setFont(bold);
        wrapped.setWrapText(true);
    }

    static byte[] make(Words words) {
        var form = new SheetForm(words);
        EightDReport.VALUES.forEach(name -> form.line(List.of(name), List.of("{{" + name + "}}")));
        EightDReport.LISTS.forEach((list, columns) -> {
            form.row++;
            form.line(List.of(form.words.t("improvement.eightd.list." + list)), List.of());
            form.line(columns.stream().map(c -> form.words.t("improvement.eightd.column." + list + "." + c)).toList(), List.of());
            form.line(List.of(), columns.stream().map(c -> "{{" + list + "." + c + "}}").toList());
        });
        for (int i = 0; i < 9; i++) {
            form.sheet.setColumnWidth(i, 22 * 256);
        }
        var out = new ByteArrayOutputStream();
        try (form.book) {
            form.book.write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private void line(List<String> heads, List<String> texts) {
        var line = sheet.createRow(row++);
        int column = 0;
        for (String head : heads) {
            var cell = line.createCell(column++);
            cell.setCellValue(head);
            cell.setCellStyle(strong);
        }
        for (String text : texts) {
            var cell = line.createCell(column++);
            cell.setCellValue(text);
            cell.setCellStyle(wrapped);
        }
    }
}
