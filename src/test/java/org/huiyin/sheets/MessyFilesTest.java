package org.huiyin.sheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as people upload them, made here byte by byte. */
class MessyFilesTest {

    private static final String SIMPLIFIED = "客户名称,联系人,销售额\n博衡车联（苏州）有限公司,林晓棠,\"1,200.50\"\n宏芷电子有限公司,赵磊,800\n";
    private static final String TRADITIONAL = "客戶名稱,聯絡人,銷售額\n博衡車聯股份有限公司,林曉棠,\"1,200.50\"\n宏芷電子有限公司,趙磊,800\n";

    @ParameterizedTest
    @CsvSource({"UTF-8", "GBK", "GB18030", "UTF-16"})
    void findsTheEncodingOfSimplifiedText(String charset) {
        assertTable(SIMPLIFIED.getBytes(Charset.forName(charset)), "博衡车联（苏州）有限公司", "1,200.50");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "Big5", "UTF-16LE", "UTF-16BE"})
    void findsTheEncodingOfTraditionalText(String charset) {
        assertTable(TRADITIONAL.getBytes(Charset.forName(charset)), "博衡車聯股份有限公司", "1,200.50");
    }

    @Test
    void skipsTheMarkOfUtf8() {
        assertTable(("\uFEFF" + SIMPLIFIED).getBytes(StandardCharsets.UTF_8), "博衡车联（苏州）有限公司", "1,200.50");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {",", ";", "Tab", "，", "|"})
    void findsTheSeparator(String name) {
        String separator = name.equals("Tab") ? "\t" : name;
        String file = "客户清单\n\n" + String.join("\n",
                String.join(separator, "客户名称", "联系人", "备注"),
                String.join(separator, "博衡车联", "林", "\"第一行" + separator + "仍是一格\n第二行\""),
                String.join(separator, "宏芷电子", "赵", "无")) + "\n";
        List<Row> rows = read(file.getBytes(StandardCharsets.UTF_8), "list.txt");
        assertThat(rows).extracting(r -> r.cell(0).shown()).containsExactly("客户清单", "", "客户名称", "博衡车联", "宏芷电子");
        assertThat(rows.get(3).cell(2).shown()).isEqualTo("第一行" + separator + "仍是一格\n第二行");
        assertThat(rows.get(4).number()).isEqualTo(5);
    }

    @Test
    void understandsExcelsOwnHabits() {
        List<Row> rows = read("sep=;\nname;code\n甲;=\"007\"\n".getBytes(StandardCharsets.UTF_8), "x.csv");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).cell(1).shown()).isEqualTo("007");
    }

    @Test
    void readsAWorkbookUnderAnyName() throws IOException {
        List<Row> rows = read(workbook(), "list.csv");
        assertThat(rows.get(0).cell(0).shown()).isEqualTo("客户清单");
        Row data = rows.get(rows.size() - 1);
        assertThat(data.number()).isEqualTo(5);
        assertThat(data.cell(0)).isEqualTo(new Cell.Text("博衡车联"));
        assertThat(data.cell(1)).isInstanceOf(Cell.Number.class);
        assertThat(data.cell(2)).isInstanceOf(Cell.Day.class);
        assertThat(CellParsers.date(data.cell(2)).found()).contains(LocalDate.of(2026, 4, 1));
        assertThat(data.cell(3)).isEqualTo(new Cell.Truth(true));
        assertThat(data.cell(4)).isInstanceOf(Cell.Fault.class);
        assertThat(((Cell.Number) data.cell(5)).percent()).isTrue();
        assertThat(data.cell(6)).isInstanceOf(Cell.Day.class);
        assertThat(data.cell(7)).isInstanceOf(Cell.Number.class);
    }

    @ParameterizedTest
    @CsvSource({
        "d0cf11e0a1b11ae100000000, file.xls", "255044462d312e37, file.pdf", "89504e470d0a1a0a, file.picture", "ffd8ffe000104a464946, file.picture",
        "474946383961, file.picture", "524946460000000057454250, file.picture", "7f454c4602010100, file.binary", "'', file.empty",
        "504b03041400000008, file.broken"
    })
    void tellsWhatAFileReallyIs(String bytes, String key) {
        assertThat(refusal(HexFormat.of().parseHex(bytes), "sales.xlsx")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"<html><body><table><tr><td>1</td></tr></table>", "<?xml version='1.0'?><Workbook/>", "<table border=1>", "MIME-Version: 1.0"})
    void refusesPagesThatCallThemselvesExcel(String text) {
        assertThat(refusal(("\uFEFF\r\n" + text).getBytes(StandardCharsets.UTF_8), "report.xls")).isEqualTo("file.page");
    }

    @Test
    void knowsALockedWorkbook() {
        byte[] file = new byte[4096];
        System.arraycopy(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), 0, file, 0, 8);
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, file, 1024, mark.length);
        assertThat(refusal(file, "secret.xlsx")).isEqualTo("file.encrypted");
    }

    @Test
    void refusesZipBombs() throws IOException {
        assertThat(refusal(zip(zip -> {
            entry(zip, "[Content_Types].xml", 100);
            entry(zip, "xl/worksheets/sheet1.xml", 300 << 20);
        }), "list.xlsx")).isEqualTo("file.bomb");
        assertThat(refusal(zip(zip -> {
            entry(zip, "[Content_Types].xml", 100);
            for (int i = 0; i < 3000; i++) {
                entry(zip, "xl/" + i, 1);
            }
        }), "list.xlsx")).isEqualTo("file.bomb");
    }

    @Test
    void expandsNoEntitiesOfAWorkbook() throws IOException {
        String dtd = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\"><!ENTITY b \"" + "b".repeat(1000)
                + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\"><!ENTITY d \"" + "&c;".repeat(1000) + "\">]>";
        assertThat(read(bareWorkbook("", "x"), "list.xlsx").get(0).cell(0).shown()).isEqualTo("x");
        byte[] evil = bareWorkbook(dtd, "x&a;&d;");
        String shown;
        try {
            shown = read(evil, "list.xlsx").get(0).cell(0).shown();
        } catch (UnreadableSheet refused) {
            shown = refused.sentence().key();
        }
        assertThat(shown).isIn("x", "sheets.file.broken");
    }

    @Test
    void refusesOtherPackages() throws IOException {
        assertThat(refusal(zip(zip -> entry(zip, "photo.jpg", 10)), "list.xlsx")).isEqualTo("file.otherZip");
        assertThat(refusal(zip(zip -> {
            entry(zip, "[Content_Types].xml", 10);
            entry(zip, "word/document.xml", 10);
        }), "list.xlsx")).isEqualTo("file.otherZip");
        assertThat(refusal(zip(zip -> entry(zip, "content.xml", 10)), "list.ods")).isEqualTo("file.otherSheet");
        assertThat(refusal(zip(zip -> entry(zip, "[Content_Types].xml", 10)), "list.xlsx")).isEqualTo("file.broken");
    }

    @Test
    void stopsAtTheLimits() {
        var small = new SheetReader(SheetLimits.usual().withRows(2));
        var refused = catchThrowableOfType(UnreadableSheet.class, () -> {
            try (SheetFile file = small.open(new ByteArrayInputStream(SIMPLIFIED.getBytes(StandardCharsets.UTF_8)), "x"); Stream<Row> rows = file.rows(0)) {
                rows.forEach(row -> assertThat(row.number()).isLessThan(3));
            }
        });
        assertThat(refused.sentence().key()).isEqualTo("sheets.rows.many");
        assertThat(refusal(",".repeat(600).getBytes(StandardCharsets.UTF_8), "x")).isEqualTo("columns.many");
    }

    private static void assertTable(byte[] file, String name, String amount) {
        List<Row> rows = read(file, "customers.xlsx");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).cell(0).shown()).isEqualTo(name);
        assertThat(rows.get(1).cell(2).shown()).isEqualTo(amount);
    }

    private static List<Row> read(byte[] bytes, String name) {
        try (SheetFile file = new SheetReader().open(new ByteArrayInputStream(bytes), name)) {
            return file.top(0, 1000);
        }
    }

    private static String refusal(byte[] bytes, String name) {
        var refused = catchThrowableOfType(UnreadableSheet.class, () -> read(bytes, name));
        return refused == null ? "read" : refused.sentence().key().replace("sheets.", "");
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0"); Worksheet sheet = book.newWorksheet("客户")) {
            sheet.value(0, 0, "客户清单");
            sheet.range(0, 0, 0, 4).merge();
            sheet.value(2, 0, "客户名称");
            sheet.value(4, 0, "博衡车联");
            sheet.value(4, 1, 0.1 + 0.2);
            sheet.value(4, 2, 46113);
            sheet.style(4, 2).format("yyyy\"年\"m\"月\"d\"日\"").set();
            sheet.value(4, 3, true);
            sheet.formula(4, 4, "1/0");
            sheet.value(4, 5, 0.85);
            sheet.style(4, 5).format("0.0%").set();
            sheet.value(4, 6, 46113);
            sheet.style(4, 6).format("[$-F800]dddd, mmmm dd, yyyy").set();
            sheet.value(4, 7, 12.5);
            sheet.style(4, 7).format("[Red]#,##0.00\"元\"").set();
        }
        return out.toByteArray();
    }

    private static byte[] bareWorkbook(String prolog, String cell) throws IOException {
        return zip(zip -> {
            text(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
            text(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + "<Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            text(zip, "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                    + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            text(zip, "xl/worksheets/sheet1.xml", prolog + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c></row></sheetData></worksheet>");
        });
    }

    private interface Entries {
        void write(ZipOutputStream zip) throws IOException;
    }

    private static byte[] zip(Entries entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entries.write(zip);
        }
        return out.toByteArray();
    }

    private static void text(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, int size) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        byte[] block = new byte[Math.min(size, 1 << 16)];
        for (int left = size; left > 0; left -= block.length) {
            zip.write(block, 0, Math.min(left, block.length));
        }
        zip.closeEntry();
    }
}
