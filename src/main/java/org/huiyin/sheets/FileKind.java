package org.huiyin.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a file really is, by its first bytes; everything but a workbook and text is refused with the way out. */
enum FileKind {
    WORKBOOK,
    TEXT;

    private static final int HEAD = 8192;
    private static final String OLE2 = "d0cf11e0a1b11ae1";
    private static final Map<String, String> PICTURES = Map.of(
            "89504e47", "PNG", "ffd8ff", "JPEG", "47494638", "GIF", "424d", "BMP", "49492a00", "TIFF", "4d4d002a", "TIFF");

    static FileKind of(Path file, String name) throws IOException {
        byte[] head = head(file);
        if (head.length == 0) {
            throw refusal("file.empty", name);
        }
        String magic = HexFormat.of().formatHex(head, 0, Math.min(12, head.length));
        if (magic.startsWith("504b0304") || magic.startsWith("504b0506")) {
            return WORKBOOK;
        }
        if (magic.startsWith(OLE2)) {
            throw ole(file, name);
        }
        if (magic.startsWith("25504446")) {
            throw refusal("file.pdf", name);
        }
        refusePicture(magic, head, name);
        refuseMarkup(head, name);
        refuseBinary(head, name);
        return TEXT;
    }

    private static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD);
        }
    }

    private static UnreadableSheet ole(Path file, String name) throws IOException {
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        return refusal(contains(file, mark) ? "file.encrypted" : "file.xls", name);
    }

    private static boolean contains(Path file, byte[] mark) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                matched = next == mark[matched] ? matched + 1 : next == mark[0] ? 1 : 0;
                if (matched == mark.length) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void refusePicture(String magic, byte[] head, String name) {
        for (var picture : PICTURES.entrySet()) {
            boolean bitmap = picture.getValue().equals("BMP") && (head.length < 26 || head[5] != 0 && head[6] != 0);
            if (magic.startsWith(picture.getKey()) && !bitmap) {
                throw refusal("file.picture", name);
            }
        }
        if (magic.startsWith("52494646") && magic.startsWith("57454250", 16)) {
            throw refusal("file.picture", name);
        }
    }

    private static void refuseMarkup(byte[] head, String name) {
        String text = new String(head, StandardCharsets.ISO_8859_1).replace("\u0000", "").toLowerCase(Locale.ROOT);
        String start = text.replaceFirst("^[^<a-z{]{0,8}", "");
        boolean page = List.of("<html", "<!doctype", "<table", "<head", "<style", "<meta", "mime-version:").stream()
                .anyMatch(start::startsWith);
        boolean xml = start.startsWith("<?xml") || start.startsWith("<workbook");
        if (page || xml) {
            throw refusal("file.page", name);
        }
        if (start.startsWith("{\\rtf")) {
            throw refusal("file.binary", name);
        }
    }

    private static void refuseBinary(byte[] head, String name) {
        if (Encodings.marked(head) || Encodings.wide(head)) {
            return;
        }
        for (byte value : head) {
            boolean control = value >= 0 && value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f';
            if (control && value != 0x1A && value != 0x1B) {
                throw refusal("file.binary", name);
            }
        }
    }

    private static UnreadableSheet refusal(String key, String name) {
        return new UnreadableSheet(Say.it(key, name));
    }
}
