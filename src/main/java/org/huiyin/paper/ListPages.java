package org.huiyin.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a printed list, across A4; the look is that of paper.css. */
final class ListPages {

    private static final float MM = 72 / 25.4f;
    private static final PDRectangle ACROSS = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float SIDE = 16 * MM;
    private static final float TOP = ACROSS.getHeight() - 13 * MM;
    private static final float BOTTOM = 21 * MM;
    private static final float WIDTH = ACROSS.getWidth() - 2 * SIDE;
    private static final float SIZE = 9;
    private static final float LEADING = SIZE * 1.35f;
    private static final float PADDING = 1.6f * MM;
    private static final float FOOT = 8;
    /** Nothing that stands in a list is longer; what is, is cut off and marked. */
    private static final int MOST_LINES = 12;

    private final PDDocument pdf;
    private final Ink ink;
    private final PaperTemplate paper;
    private final List<ListPrinter.Column> columns;
    private final float[] widths;
    private PDPageContentStream page;
    private float y;

    ListPages(PDDocument pdf, Ink ink, PaperTemplate paper, List<ListPrinter.Column> columns) throws IOException {
        this.pdf = pdf;
        this.ink = ink;
        this.paper = paper;
        this.columns = columns;
        this.widths = widths(columns);
        this.page = begun();
        head();
        titles();
    }

    private static float[] widths(List<ListPrinter.Column> columns) {
        double all = columns.stream().mapToDouble(ListPrinter.Column::share).sum();
        float[] widths = new float[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = (float) (WIDTH * columns.get(i).share() / all);
        }
        return widths;
    }

    private PDPageContentStream begun() throws IOException {
        var sheet = new PDPage(ACROSS);
        pdf.addPage(sheet);
        y = TOP;
        return new PDPageContentStream(pdf, sheet);
    }

    private void head() throws IOException {
        line(paper.company(), false, 9.5f, 0);
        line(paper.title(), true, 19, 3 * MM);
        var numbers = new StringBuilder();
        append(numbers, paper.labels().form(), paper.formNumber());
        append(numbers, paper.labels().revision(), paper.revision());
        append(numbers, paper.labels().number(), paper.documentNumber());
        line(numbers.toString(), false, 9, 2.5f * MM);
        y -= 3 * MM;
        rule(y, .5f * MM);
        y -= 4 * MM;
    }

    private static void append(StringBuilder numbers, String label, String value) {
        if (!value.isEmpty()) {
            numbers.append(numbers.isEmpty() ? "" : "    ").append(label).append(' ').append(value);
        }
    }

    private void line(String text, boolean strong, float size, float above) throws IOException {
        y -= above + size;
        ink.draw(page, text, strong, size, SIDE, y);
    }

    private void rule(float at, float thickness) throws IOException {
        page.setLineWidth(thickness);
        page.moveTo(SIDE, at);
        page.lineTo(SIDE + WIDTH, at);
        page.stroke();
    }

    private void titles() throws IOException {
        draw(columns.stream().map(ListPrinter.Column::title).toList(), true);
    }

    /** Draws one row; begins a new page when it does not fit any more. */
    void row(List<String> texts) {
        try {
            draw(texts, false);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private void draw(List<String> texts, boolean title) throws IOException {
        var cells = new ArrayList<List<String>>();
        int most = 1;
        for (int i = 0; i < widths.length; i++) {
            var lines = ink.lines(texts.get(i), title, SIZE, widths[i] - 2 * PADDING, MOST_LINES);
            cells.add(lines);
            most = Math.max(most, lines.size());
        }
        float height = most * LEADING + 2 * MM;
        if (y - height < BOTTOM) {
            page.close();
            page = begun();
            titles();
        }
        if (title) {
            page.setNonStrokingColor(.933f);
            page.addRect(SIDE, y - height, WIDTH, height);
            page.fill();
            page.setNonStrokingColor(0f);
        }
        cells(cells, title, height);
        y -= height;
    }

    private void cells(List<List<String>> cells, boolean title, float height) throws IOException {
        page.setLineWidth(.2f * MM);
        float x = SIDE;
        for (int i = 0; i < widths.length; i++) {
            page.addRect(x, y - height, widths[i], height);
            page.stroke();
            float baseline = y - MM - SIZE;
            for (var line : cells.get(i)) {
                ink.draw(page, line, title, SIZE, x + PADDING, baseline);
                baseline -= LEADING;
            }
            x += widths[i];
        }
    }

    /** Closes the last page and gives every page its foot, now that it is known how many there are. */
    void finish() throws IOException {
        page.close();
        int pages = pdf.getNumberOfPages();
        for (int n = 0; n < pages; n++) {
            try (var stream = new PDPageContentStream(pdf, pdf.getPage(n), PDPageContentStream.AppendMode.APPEND, true, true)) {
                page = stream;
                foot(n + 1, pages);
            }
        }
    }

    private void foot(int number, int pages) throws IOException {
        float at = BOTTOM - 7 * MM;
        rule(at, .3f * MM);
        at -= 1.6f * MM + FOOT;
        var foot = paper.foot();
        var left = String.join("    ", List.of(foot.form(), foot.clause(), foot.retention()).stream().filter(text -> !text.isEmpty()).toList());
        var right = foot.printed() + "  " + foot.beforePage() + number + foot.beforeTotal() + pages + foot.afterTotal();
        ink.draw(page, left, false, FOOT, SIDE, at);
        ink.draw(page, right, false, FOOT, SIDE + WIDTH - ink.width(right, false, FOOT), at);
    }
}
