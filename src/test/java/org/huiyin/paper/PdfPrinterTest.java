package org.huiyin.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {

    private static final PdfPrinter PRINTER = new PdfPrinter();

    @Test
    void printsTheSurveyFormLikeTheDesign() throws IOException {
        byte[] pdf = PRINTER.print(form("宏芷电子有限公司", "DC-2026-04-13"));
        Files.write(Path.of("target", "paper-sample.pdf"), pdf);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(text(document)).contains("顾客满意度调查表", "宏芷电子有限公司", "YH-QP-12-08", "第 1 页 共 1 页", "2026-04-01 生效");
        }
    }

    @Test
    void textCopiedFromThePageIsNormalText() throws IOException {
        String said = "户面用面比见言谷豆走足身车金长门雨青音页风飞食马鱼鸟麦黄黑鼓鼠鼻齿龙 戶見車長門";
        assertThat(text(PRINTER.print(page(said)))).contains(said);
    }

    @Test
    void lookalikesBecomeTheRealCharacter() throws IOException {
        assertThat(text(PRINTER.print(page("\u2F8F\u2FAF \uF967 a\u200Bb")))).contains("行面 不 ab");
    }

    @Test
    void rareNamesArePrintedAndUnknownCharactersShowTheirCode() throws IOException {
        String text = text(PRINTER.print(page("陶喆、朱镕、<b>李堃</b>、𠮷野、☑")));
        assertThat(text).contains("陶喆、朱镕、李堃、", "U+20BB7", "U+2611").doesNotContain("#");
    }

    @Test
    void everyLetterCountsItsOwnPagesAndFontsAreEmbeddedOnce() throws IOException {
        List<String> letters = IntStream.range(0, 30).mapToObj(i -> form("客户" + i, "DC-" + i)).toList();
        var out = new ByteArrayOutputStream();
        PRINTER.print(letters.iterator(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertThat(document.getNumberOfPages()).isEqualTo(30);
            assertThat(text(document)).contains("客户29", "DC-29").doesNotContain("第 2 页");
        }
        assertThat(out.size()).isLessThan(30 * 30_000);
    }

    @Test
    void longTablesRepeatTheirHeadOnEachPage() throws IOException {
        String rows = IntStream.range(0, 120).mapToObj(i -> "<tr><td>行" + i + "</td></tr>").reduce("", String::concat);
        String text = text(PRINTER.print(sheet(output -> output.writeContent(
                "<table class=\"plain\"><thead><tr><th>表头</th></tr></thead><tbody>" + rows + "</tbody></table>"), Map.of())));
        assertThat(text.split("表头", -1)).hasSizeGreaterThan(3);
        assertThat(text).contains("第 2 页 共 ");
    }

    @Test
    void loadsNothingFromOutside() throws IOException {
        assertThat(PRINTER.print(page("<img src=\"file:///etc/passwd\" alt=\"\"/><img src=\"http://127.0.0.1:1/x.png\" alt=\"\"/>x"))).isNotEmpty();
        assertThatThrownBy(() -> PRINTER.print("<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html><body>&x;</body></html>"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PRINTER.print("<html><p></html>")).isInstanceOf(IllegalArgumentException.class);
    }

    static String form(String customer, String number) {
        String[] items = {"外观", "尺寸", "包装", "性能", "使用寿命", "改善结果", "及时交付", "运输方式", "产品价格", "日常服务"};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < items.length; i++) {
            rows.append("<tr><td class=\"number\">").append(i + 1).append("</td><th>").append(items[i]).append("</th><td class=\"hint\">划痕、色差、缩水</td>")
                    .append("<td class=\"choice\"><i class=\"circle\"></i></td>".repeat(5)).append("</tr>");
        }
        Content body = output -> output.writeContent("""
                <p class="say">请按<b>最近半年</b>（2025年10月至2026年3月）的感受，每行<b>涂满一个圈</b> <i class="circle small full"></i>。5月8日前传真 0571-8000 0000，或交给来访人员。没有发生过的，可空着并写“无”。</p>
                <table class="who"><tr><th>单位</th><td class="line">%s</td><th class="next">填表人</th><td class="line"></td><th class="next">岗位</th><td class="line"></td></tr>
                <tr><th>电话</th><td class="line"></td><th class="next">日期</th><td class="line"></td><th class="next">签章</th><td class="line"></td></tr></table>
                <table class="grid"><thead><tr><th class="number">序</th><th>项目</th><th>指什么</th><th>非常满意</th><th>满意</th><th>无所谓</th><th>不满意</th><th>反对</th></tr></thead><tbody>%s</tbody></table>
                <div class="box">不满意的地方，请写一句（我们每条都会回复您）：<div class="lines"></div><div class="lines"></div></div>
                <div class="box">希望我们做什么：<div class="lines"></div><div class="lines"></div></div>
                <table class="office"><thead><tr><th colspan="4">以下由屿衡精密填写</th></tr></thead><tbody><tr><td>收到日期与方式</td><td>录入人</td><td>核对人（须另一人）</td><td>回复客户日期</td></tr></tbody></table>
                """.formatted(customer, rows));
        Content note = output -> output.writeContent("手机扫码可直接填<br/>两种只填一种");
        return sheet(body, Map.of("qr", QrCode.svg("https://huiyin.example/a/" + number), "qrNote", note, "marks", true, "number", number));
    }

    private static String page(String html) {
        return "<html><head><style>" + paper("").style() + "</style></head><body><p>" + html + "</p></body></html>";
    }

    private static String sheet(Content body, Map<String, Object> more) {
        var parameters = new java.util.HashMap<>(more);
        parameters.put("paper", paper(String.valueOf(more.getOrDefault("number", ""))));
        parameters.remove("number");
        parameters.put("body", body);
        var output = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.huiyin.page").render("paper/sheet.jte", Collections.unmodifiableMap(parameters), output);
        return output.toString();
    }

    private static PaperTemplate paper(String number) {
        return new PaperTemplate("zh-CN", "顾客满意度调查表", "屿衡精密部件有限公司", "YH-QP-12-08", "A2", number,
                new PaperTemplate.Labels("表号", "版次", "答卷号"),
                new PaperTemplate.Foot("YH-QP-12-08 · A2 版 · 2026-04-01 生效", "依据 YH-QP-12 B/2 版 5.4.2.1", "保存 3 年", "2026-04-08 10:02 林晓棠打印 ·",
                        "第 ", " 页 共 ", " 页"));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document);
    }
}
