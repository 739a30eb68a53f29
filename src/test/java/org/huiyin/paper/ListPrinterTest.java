package org.huiyin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ListPrinterTest {

    static final PaperTemplate PAPER = new PaperTemplate("zh-CN", "客户一览表", "屿衡精密", "QP-12-07", "A0", "",
            new PaperTemplate.Labels("表单", "版次", "编号"),
            new PaperTemplate.Foot("QP-12-07 A0，2026年4月1日生效", "条款 5.1.3.2", "", "林晓棠 于 2026年4月2日 打印", "第 ", " 页 共 ", " 页"));
    static final List<ListPrinter.Column> COLUMNS = List.of(new ListPrinter.Column("编号", 1), new ListPrinter.Column("名称", 4), new ListPrinter.Column("区域", 1));

    @Test
    void everyPageCarriesTheTitlesAndItsNumberOfSoMany() throws IOException {
        try (var pdf = printed(120)) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isBetween(3, 8);
            for (int page = 1; page <= pages; page++) {
                assertThat(text(pdf, page)).contains("编号", "名称", "区域", "第 " + page + " 页 共 " + pages + " 页", "条款 5.1.3.2", "林晓棠 于 2026年4月2日 打印");
            }
            assertThat(text(pdf, 1)).contains("屿衡精密", "客户一览表", "表单 QP-12-07", "版次 A0", "K0001");
            assertThat(text(pdf, pages)).contains("K0120").doesNotContain("表单 QP-12-07");
            var all = whole(pdf);
            assertThat(IntStream.rangeClosed(1, 120).allMatch(n -> all.contains("K" + String.format("%04d", n)))).isTrue();
        }
    }

    @Test
    void longTextsBreakAndRareCharactersArePrintedOrNamed() throws IOException {
        var out = new ByteArrayOutputStream();
        new ListPrinter().print(PAPER, COLUMNS, sink -> {
            sink.accept(List.of("K1", "轴承座".repeat(60), "华南"));
            sink.accept(List.of("K2", "International Bearing Housings and Precision Castings Corporation of the Far East", "一\t二\n三"));
            sink.accept(List.of("K3", "𠮷野\uE000", ""));
        }, out);
        try (var pdf = Loader.loadPDF(out.toByteArray())) {
            var text = whole(pdf).replaceAll("\\s", "");
            assertThat(text).contains("轴承座".repeat(60), "InternationalBearing", "三", "野[U+E000]");
        }
    }

    @Test
    void aRefusalWritesNothing() {
        var out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> new ListPrinter().print(PAPER, COLUMNS, sink -> {
            sink.accept(List.of("K1", "a", "b"));
            throw new IllegalStateException("may not");
        }, out)).isInstanceOf(IllegalStateException.class);
        assertThat(out.size()).isZero();
    }

    @Test
    void twentyThousandRowsArePrintedInFlatMemory() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var run = new ProcessBuilder(java, "-Xmx96m", "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), ManyLines.class.getName(), "20000")
                .inheritIO().start();
        assertThat(run.waitFor()).isZero();
    }

    static PDDocument printed(int rows) throws IOException {
        var out = new ByteArrayOutputStream();
        new ListPrinter().print(PAPER, COLUMNS, sink -> IntStream.rangeClosed(1, rows)
                .forEach(n -> sink.accept(List.of("K" + String.format("%04d", n), "第" + n + "号客户有限公司", "华东"))), out);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument pdf, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(pdf);
    }

    private static String whole(PDDocument pdf) {
        try {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
