package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;

class SheetWriterTest {

    private static final SheetPlan PLAN = new SheetPlan("客户/清单", List.of("顾客清单", "表号 YH-QP-12-07 版次 A2"), List.of(
            SheetColumn.text("名称"), SheetColumn.of("销售额", SheetColumn.Kind.MONEY), SheetColumn.of("合作起始", SheetColumn.Kind.DATE)));

    @Test
    void writesWhatItCanReadAgain() {
        byte[] file = written(writer -> writer.sheet(PLAN).row("博衡车联", new BigDecimal("1200.5"), LocalDate.of(2026, 4, 1)).row("宏芷", null, null));
        try (SheetFile read = new SheetReader().open(new ByteArrayInputStream(file), "x.xlsx")) {
            assertThat(read.sheets()).containsExactly("客户 清单");
            List<Row> rows = read.top(0, 10);
            assertThat(rows).hasSize(5);
            assertThat(rows.get(2).cells()).extracting(Cell::shown).containsExactly("名称", "销售额", "合作起始");
            assertThat(rows.get(3).cells()).extracting(Cell::shown).containsExactly("博衡车联", "1200.5", "2026-04-01");
            assertThat(rows.get(3).cell(2)).isInstanceOf(Cell.Day.class);
        }
    }

    @Test
    void neverWritesAFormula() throws IOException {
        String[] attacks = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")", "＝1"};
        byte[] file = written(writer -> {
            writer.sheet(PLAN);
            for (String attack : attacks) {
                writer.row(attack);
            }
        });
        assertThat(sheetXml(file)).doesNotContain("<f>").doesNotContain("<f ").contains("=1+1");
        var csv = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(csv)) {
            for (String attack : attacks) {
                writer.row(attack, new BigDecimal("-5"));
            }
        }
        String text = csv.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF'=1+1,-5\r\n").contains("'@SUM(A1)").contains("\"'\t=1\"".replace("\"", ""));
    }

    @Test
    void dropsWhatXmlForbids() {
        byte[] file = written(writer -> writer.sheet(PLAN).row("a\u0000\u000Bb\uFFFF\uD800c𠮷", null, null).row("长".repeat(40_000)));
        try (SheetFile read = new SheetReader().open(new ByteArrayInputStream(file), "x")) {
            List<Row> rows = read.top(0, 10);
            assertThat(rows.get(3).cell(0).shown()).isEqualTo("abc𠮷");
            assertThat(rows.get(4).cell(0).shown()).hasSize(32_767).endsWith("…");
        }
    }

    @Test
    void goesOnOnTheNextSheet() {
        var out = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter(out, 10)) {
            writer.sheet(PLAN);
            for (int i = 0; i < 15; i++) {
                writer.row("客户" + i);
            }
            writer.sheet(PLAN).row("另一张");
        }
        try (SheetFile read = new SheetReader().open(new ByteArrayInputStream(out.toByteArray()), "x")) {
            assertThat(read.sheets()).containsExactly("客户 清单", "客户 清单 (2)", "客户 清单 (3)", "客户 清单 (4)");
            assertThat(read.top(1, 20)).hasSize(10);
            assertThat(read.top(2, 20)).hasSize(4);
        }
    }

    private interface Writing {
        void on(SheetWriter writer);
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try (SheetWriter writer = new SheetWriter(out)) {
            writing.on(writer);
        }
        return out.toByteArray();
    }

    private static String sheetXml(byte[] file) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            return new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
