package org.huiyin.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.springframework.stereotype.Service;

/**
 * Prints a list of any length as a form: its head, the column titles on each page, the foot with page and pages. The rows are
 * drawn while they come and pages wait in a file, so that a hundred thousand rows need no more memory than a hundred.
 */
@Service
public final class ListPrinter {

    private static final int RUNS = 2;

    private final Semaphore runs = new Semaphore(RUNS, true);

    /** A column: its title and its share of the width. */
    public record Column(String title, double share) {}

    /**
     * Prints the rows that the source hands over, each with a text for each column; what the source throws ends the run
     * before anything is written.
     */
    public void print(PaperTemplate paper, List<Column> columns, Consumer<Consumer<List<String>>> source, OutputStream out) {
        runs.acquireUninterruptibly();
        try (PDDocument pdf = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
                TrueTypeFont regular = PaperFonts.regular();
                TrueTypeFont bold = PaperFonts.bold();
                TrueTypeFont rare = PaperFonts.rare()) {
            var ink = new Ink(pdf, regular, bold, rare);
            var pages = new ListPages(pdf, ink, paper, columns);
            source.accept(pages::row);
            pages.finish();
            pdf.getDocumentInformation().setTitle(paper.title());
            pdf.getDocumentInformation().setProducer("Huiyin");
            pdf.save(out);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            runs.release();
        }
    }
}
