package org.huiyin.improvement.eightd;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Document;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.huiyin.web.Words;

/** Our own form as a Word template: made by the program, filled like a customer's, and handed out as the sample to begin with. */
final class WordForm {

    private static final String FONT = "Microsoft YaHei";
    private static final int WIDTH = 9600;

    private final Words words;
    private final XWPFDocument document = new XWPFDocument();

    private WordForm(Words words) {
        this.words = words;
    }

    /** The form with placeholders; with the head and the foot of our own form, or bare as a sample. */
    static byte[] make(Words words, boolean ours) {
        var form = new WordForm(words);
        form.whole(ours);
        var out = new ByteArrayOutputStream();
        try (form.document) {
            form.document.write(out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    private String t(String key) {
        return words.t("improvement.eightd." + key);
    }

    private void whole(boolean ours) {
        headAndFoot(ours);
        line(words.t("improvement.eightd.paper.title") + " {{number}}", 18, true).setAlignment(ParagraphAlignment.CENTER);
        pairs("col.title", "title", "col.customer", "customer", "col.customerNumbers", "customerNumbers", "col.sources", "complaintNumbers", "col.opened", "openedOn",
                "col.leader", "leader");
        list("lines", "number", "part", "partName", "lot", "quantity", "unit", "defect", "foundAt");
        heading(EightDStep.D0);
        pairs("col.needed", "d0.needed", "col.what", "d0.text", "col.by", "d0.by", "col.on", "d0.on");
        heading(EightDStep.D1);
        list("members", "name", "function");
        heading(EightDStep.D2);
        line("{{d2.problem}}", 10, false);
        questions();
        heading(EightDStep.D3);
        list("places", "place", "quantity", "sorted", "good", "defective", "decision", "by", "until");
        list("interim", "action", "by", "on", "effect");
        heading(EightDStep.D4);
        for (Cell cell : Cell.values()) {
            String at = "d4." + cell.name().toLowerCase(java.util.Locale.ROOT);
            line(words.t(cell.key()), 10, true);
            pairs("col.chain", at + ".chain", "col.rootCause", at + ".root", "col.verified", at + ".verified");
        }
        heading(EightDStep.D5);
        list("measures", "cause", "action", "owner", "due", "proof");
        heading(EightDStep.D6);
        list("measures", "action", "owner", "state", "doneOn");
        pairs("col.result", "d6.result", "col.withdrawn", "d6.withdrawn");
        heading(EightDStep.D7);
        list("across", "what", "checked", "result");
        list("documents", "kind", "number", "from", "to", "on");
        pairs("col.noDocument", "d7.noDocument", "col.lessons", "d7.lessons");
        heading(EightDStep.D8);
        pairs("col.thanks", "d8.thanks", "col.approvedBy", "approvedBy", "col.approvedOn", "approvedOn");
    }

    private void headAndFoot(boolean ours) {
        run(document.createHeader(HeaderFooterType.DEFAULT).createParagraph(), "{{company}}" + (ours ? "    {{formNumber}}    {{formRevision}}" : ""), 9, false);
        var foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.RIGHT);
        run(foot, "{{number}}    {{printedOn}}    ", 8, false);
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        run(foot, " / ", 8, false);
        foot.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }

    private void heading(EightDStep step) {
        var paragraph = line(words.t(step.key()), 13, true);
        paragraph.setSpacingBefore(240);
        paragraph.setKeepNext(true);
    }

    private XWPFParagraph line(String text, int size, boolean bold) {
        var paragraph = document.createParagraph();
        run(paragraph, text, size, bold);
        return paragraph;
    }

    private static void run(XWPFParagraph paragraph, String text, int size, boolean bold) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontFamily(FONT);
        run.setFontFamily(FONT, XWPFRun.FontCharRange.eastAsia);
    }

    private XWPFTable table(int rows, int columns) {
        XWPFTable table = document.createTable(rows, columns);
        table.setWidth(WIDTH);
        return table;
    }

    private static void cell(XWPFTable table, int row, int column, String text, boolean bold) {
        var paragraph = table.getRow(row).getCell(column).getParagraphs().getFirst();
        run(paragraph, text, 9, bold);
    }

    /** Label beside value, one below the other. */
    private void pairs(String... labelsAndNames) {
        XWPFTable table = table(labelsAndNames.length / 2, 2);
        for (int i = 0; i < labelsAndNames.length; i += 2) {
            cell(table, i / 2, 0, t(labelsAndNames[i]), true);
            cell(table, i / 2, 1, "{{" + labelsAndNames[i + 1] + "}}", false);
            table.getRow(i / 2).getCell(0).setWidth("22%");
            table.getRow(i / 2).getCell(1).setWidth("78%");
        }
        document.createParagraph();
    }

    private void list(String list, String... columns) {
        XWPFTable table = table(2, columns.length);
        table.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < columns.length; i++) {
            cell(table, 0, i, t("column." + list + "." + columns[i]), true);
            table.getRow(0).getCell(i).setColor("EEEEEE");
            cell(table, 1, i, "{{" + list + "." + columns[i] + "}}", false);
        }
        document.createParagraph();
    }

    private void questions() {
        List<String> parts = List.of("is", "isNot", "difference", "change");
        XWPFTable table = table(EightDContent.QUESTIONS.size() + 1, 5);
        for (int c = 0; c < parts.size(); c++) {
            cell(table, 0, c + 1, t("col." + parts.get(c)), true);
        }
        for (int r = 0; r < EightDContent.QUESTIONS.size(); r++) {
            String question = EightDContent.QUESTIONS.get(r);
            cell(table, r + 1, 0, t("question." + question), true);
            for (int c = 0; c < parts.size(); c++) {
                cell(table, r + 1, c + 1, "{{d2." + question + "." + parts.get(c) + "}}", false);
            }
        }
        document.createParagraph();
    }

    /** The filled form with its pictures behind it. */
    static byte[] withPictures(byte[] filled, MarkedPictures.Pictures pictures, Words words) {
        if (pictures.drawn().isEmpty() && pictures.others().isEmpty()) {
            return filled;
        }
        try (var document = new XWPFDocument(new ByteArrayInputStream(filled)); var out = new ByteArrayOutputStream()) {
            run(document.createParagraph(), words.t("improvement.eightd.pictures"), 13, true);
            for (MarkedPictures.Drawn picture : pictures.drawn()) {
                int wide = Math.min(420, picture.width());
                document.createParagraph().createRun().addPicture(new ByteArrayInputStream(picture.jpeg()), Document.PICTURE_TYPE_JPEG, "picture.jpg",
                        Units.toEMU(wide), Units.toEMU((double) picture.height() * wide / picture.width()));
                run(document.createParagraph(), picture.caption(), 9, false);
            }
            if (!pictures.others().isEmpty()) {
                run(document.createParagraph(), words.t("improvement.eightd.pictures.others", String.join("、", pictures.others())), 9, false);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException | InvalidFormatException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
