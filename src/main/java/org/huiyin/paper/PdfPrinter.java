package org.huiyin.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.logging.Level;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.stereotype.Service;

/** Prints XHTML pages to PDF; a few runs at a time, the others wait. Pages load nothing from outside. */
@Service
public final class PdfPrinter {

    private static final int RUNS = 2;

    static {
        // One line per page of layout trace is of no use to an operator; real failures are exceptions.
        com.openhtmltopdf.util.XRLog.listRegisteredLoggers().forEach(logger -> com.openhtmltopdf.util.XRLog.setLevel(logger, Level.SEVERE));
    }

    private final Semaphore runs = new Semaphore(RUNS, true);

    public byte[] print(String xhtml) {
        var out = new ByteArrayOutputStream();
        print(List.of(xhtml).iterator(), out);
        return out.toByteArray();
    }

    /** Several documents as one file: each begins on a new page and counts its own pages; the fonts are embedded once. */
    public void print(Iterator<String> sheets, OutputStream out) {
        runs.acquireUninterruptibly();
        try (PDDocument pdf = new PDDocument();
                TrueTypeFont regular = PaperFonts.regular();
                TrueTypeFont bold = PaperFonts.bold();
                TrueTypeFont rare = PaperFonts.rare()) {
            var fonts = new Fonts(PDType0Font.load(pdf, regular, true), PDType0Font.load(pdf, bold, true), PDType0Font.load(pdf, rare, true));
            while (sheets.hasNext()) {
                append(sheets.next(), pdf, fonts);
            }
            PDDocumentInformation about = pdf.getDocumentInformation();
            about.setProducer("Huiyin");
            pdf.save(out);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } finally {
            runs.release();
        }
    }

    private record Fonts(PDFont regular, PDFont bold, PDFont rare) {}

    /** Made at the first run and kept: which characters the fonts have. */
    private static final class Known {
        static final Glyphs GLYPHS = new Glyphs(new PaperFonts());
    }

    private static void append(String xhtml, PDDocument pdf, Fonts fonts) throws IOException {
        var page = PageSource.parse(xhtml);
        Known.GLYPHS.settle(page);
        var builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .useFont(new PDFontSupplier(fonts.regular()), PaperFonts.FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(new PDFontSupplier(fonts.bold()), PaperFonts.FAMILY, 700, FontStyle.NORMAL, true)
                .useFont(new PDFontSupplier(fonts.rare()), PaperFonts.RARE_FAMILY, 400, FontStyle.NORMAL, true)
                .useSVGDrawer(new BatikSVGDrawer())
                .useExternalResourceAccessControl((uri, _) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl((uri, _) -> uri.startsWith("data:image/"), ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                .withW3cDocument(page, "")
                .toStream(OutputStream.nullOutputStream());
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFKeepOpen();
        }
    }
}
