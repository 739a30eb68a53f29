package org.huiyin.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "../../etc/passwd|PDF|passwd.pdf",
        "C:\\\\Users\\\\li\\\\报告.PDF|PDF|报告.pdf",
        "invoice.exe|PDF|invoice.exe.pdf",
        "evil.bat|TEXT|evil.bat.txt",
        "a\u202Egpj.exe|PNG|agpj.exe.png",
        ".htaccess|TEXT|htaccess.txt",
        "。|JPEG|。.jpg",
        "photo.jpeg|JPEG|photo.jpeg",
        "con<>|JPEG|con__.jpg",
        "/|CSV|file.csv"
    })
    void names_are_cleaned_and_their_ending_tells_the_truth(String given, FileKind kind, String kept) {
        assertThat(FileName.clean(given.replace("\\\\", "\\"), kind)).isEqualTo(kept);
    }

    @Test
    void a_name_cannot_add_a_line() {
        assertThat(FileName.clean("line\r\nSet-Cookie: x.png", FileKind.PNG)).isEqualTo("lineSet-Cookie_ x.png");
    }

    @Test
    void long_names_keep_their_ending_and_whole_signs() {
        var name = FileName.clean("照片𠮷".repeat(100) + ".jpg", FileKind.JPEG);
        assertThat(name).endsWith(".jpg").hasSizeLessThanOrEqualTo(120);
        assertThat(name.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE)).isTrue();
    }

    @Test
    void the_content_says_what_a_file_is() throws IOException {
        assertThat(kind("%PDF-1.7\n…")).contains(FileKind.PDF);
        assertThat(kind(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 1})).contains(FileKind.JPEG);
        assertThat(kind("....ftypheic........".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.HEIC);
        assertThat(kind("....ftypqt  ........".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.MOV);
        assertThat(kind("....ftypisom........".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.MP4);
        assertThat(kind("RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII))).contains(FileKind.WEBP);
        assertThat(kind(zip("[Content_Types].xml", "xl/workbook.xml"))).contains(FileKind.XLSX);
        assertThat(kind(zip("[Content_Types].xml", "word/document.xml"))).contains(FileKind.DOCX);
        assertThat(kind(zip("a.txt"))).contains(FileKind.ZIP);
        assertThat(kind("客户,得分\r\n博衡,88\r\n")).contains(FileKind.CSV);
        assertThat(kind("客户,得分\r\n博衡,88\r\n".getBytes(Charset.forName("GB18030")))).contains(FileKind.CSV);
        assertThat(kind("只有一句话")).contains(FileKind.TEXT);
        assertThat(kind("From: a@b.cn\r\nTo: c@d.cn\r\nSubject: x\r\nDate: y\r\n\r\nbody")).contains(FileKind.EML);
    }

    @Test
    void programs_macros_and_half_files_are_nothing_we_take() throws IOException {
        assertThat(kind("MZ\u0090\u0000\u0003".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(kind(new byte[] {0x7F, 'E', 'L', 'F', 2, 1})).isEmpty();
        assertThat(kind(zip("xl/workbook.xml", "xl/vbaProject.bin"))).isEmpty();
        assertThat(kind(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0})).isEmpty();
        assertThat(kind(new byte[] {'a', 0, 'b'})).isEmpty();
        assertThat(kind("....ftypxxxx........".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    @Test
    void a_text_is_recognised_across_the_borders_of_its_pieces() {
        var sniffer = new FileSniffer();
        var bytes = "一句话".repeat(40).getBytes(StandardCharsets.UTF_8);
        for (byte one : bytes) {
            sniffer.take(new byte[] {one}, 1);
        }
        assertThat(sniffer.found()).contains(FileKind.TEXT);
    }

    private static Optional<FileKind> kind(String text) {
        return kind(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<FileKind> kind(byte[] content) {
        var sniffer = new FileSniffer();
        sniffer.take(content, content.length);
        return sniffer.found();
    }

    static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
