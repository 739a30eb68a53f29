package org.huiyin.improvement.eightd;

import com.deepoove.poi.XWPFTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;

/**
 * Fills a Word template: rows of lists are multiplied first and bound to their entries, then every placeholder is filled at
 * once, so that what people wrote is never read as a placeholder.
 */
final class DocxFilling {

    private final EightDReport report;
    private final Map<String, Object> model = new LinkedHashMap<>();

    private DocxFilling(EightDReport report) {
        this.report = report;
        report.values().forEach((name, value) -> put(name, shown(value)));
    }

    static byte[] fill(byte[] template, EightDReport report) {
        var filling = new DocxFilling(report);
        try (var bound = new XWPFDocument(new ByteArrayInputStream(template))) {
            filling.rows(bound);
            bound.getHeaderList().forEach(filling::rows);
            bound.getFooterList().forEach(filling::rows);
            var rows = new ByteArrayOutputStream();
            bound.write(rows);
            return filling.filled(rows.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private byte[] filled(byte[] rows) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var template = XWPFTemplate.compile(new ByteArrayInputStream(rows)).render(model)) {
            template.write(out);
        }
        return out.toByteArray();
    }

    private static String shown(Object value) {
        return value instanceof BigDecimal figure ? figure.toPlainString() : value.toString();
    }

    /** d2.what.is stands in maps within maps. */
    @SuppressWarnings("unchecked")
    private void put(String name, String value) {
        Map<String, Object> at = model;
        String[] steps = name.split("\\.");
        for (int i = 0; i < steps.length - 1; i++) {
            at = (Map<String, Object>) at.computeIfAbsent(steps[i], k -> new LinkedHashMap<String, Object>());
        }
        at.put(steps[steps.length - 1], value);
    }

    private void rows(IBody body) {
        body.getParagraphs().forEach(paragraph -> rewrite(paragraph, Placeholders::trimmed));
        for (XWPFTable table : List.copyOf(body.getTables())) {
            for (int i = table.getNumberOfRows() - 1; i >= 0; i--) {
                XWPFTableRow row = table.getRow(i);
                row.getTableCells().forEach(cell -> rows(cell));
                var lists = Placeholders.lists(text(row));
                if (lists.size() == 1) {
                    multiply(table, i, row, lists.iterator().next());
                }
            }
        }
    }

    private static String text(XWPFTableRow row) {
        var text = new StringBuilder();
        row.getTableCells().forEach(cell -> cell.getParagraphs().forEach(p -> text.append(p.getText()).append(' ')));
        return text.toString();
    }

    private void multiply(XWPFTable table, int at, XWPFTableRow row, String list) {
        var entries = report.rows(list);
        int many = Math.max(1, entries.size());
        for (int entry = 0; entry < many; entry++) {
            var copy = new XWPFTableRow((CTRow) row.getCtRow().copy(), table);
            int bound = entry;
            copy.getTableCells().forEach(cell -> bind(cell, list, bound));
            table.addRow(copy, at + 1 + entry);
            for (String column : java.util.Objects.requireNonNull(EightDReport.LISTS.get(list))) {
                put(list + "_" + entry + "." + column, entry < entries.size() ? shown(entries.get(entry).getOrDefault(column, "")) : "");
            }
        }
        table.removeRow(at);
    }

    private static void bind(XWPFTableCell cell, String list, int entry) {
        cell.getParagraphs().forEach(paragraph -> rewrite(paragraph, text -> Placeholders.bind(text, list, entry)));
    }

    /** Run by run, so that each keeps its look; a placeholder torn into several runs is joined first. */
    private static void rewrite(XWPFParagraph paragraph, UnaryOperator<String> change) {
        paragraph.getRuns().forEach(run -> text(run, change.apply(run.text())));
        String whole = paragraph.getText();
        String changed = change.apply(whole);
        if (!changed.equals(whole) && !paragraph.getRuns().isEmpty()) {
            join(paragraph, changed);
        }
    }

    private static void text(XWPFRun run, String text) {
        if (!text.equals(run.text())) {
            run.setText(text, 0);
        }
    }

    /** A placeholder that Word has torn into several runs: the first run takes the whole text. */
    private static void join(XWPFParagraph paragraph, String text) {
        var runs = paragraph.getRuns();
        runs.getFirst().setText(text, 0);
        for (int i = runs.size() - 1; i > 0; i--) {
            paragraph.removeRun(i);
        }
    }
}
