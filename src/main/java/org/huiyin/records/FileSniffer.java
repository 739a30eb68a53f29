package org.huiyin.records;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what a file is by its content, in one pass and with flat memory; its name has no say. */
final class FileSniffer {

    private static final int KEPT = 64 * 1024;
    private static final Pattern MAIL_HEADER =
            Pattern.compile("(?im)^(received|return-path|message-id|mime-version|date|from|subject|delivered-to):\\s");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final byte[] head = new byte[KEPT];
    private int headLength;
    private final byte[] tail = new byte[KEPT];
    private int tailLength;
    private boolean control;
    private final TextCheck utf8 = new TextCheck(StandardCharsets.UTF_8);
    private final TextCheck chinese = new TextCheck(GB18030);

    /** Takes the next piece of the file. */
    void take(byte[] piece, int length) {
        if (headLength < KEPT) {
            var more = Math.min(length, KEPT - headLength);
            System.arraycopy(piece, 0, head, headLength, more);
            headLength += more;
        }
        keepTail(piece, length);
        for (int i = 0; i < length && !control; i++) {
            int sign = piece[i] & 0xFF;
            control = (sign < 0x20 && sign != '\t' && sign != '\n' && sign != '\r' && sign != '\f') || sign == 0x7F;
        }
        if (!control) {
            utf8.take(piece, length);
            chinese.take(piece, length);
        }
    }

    /** What the whole file is; empty for what nobody takes in. */
    Optional<FileKind> found() {
        return Optional.ofNullable(starts("%PDF-") ? FileKind.PDF
                : starts(0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A) ? FileKind.PNG
                : starts(0xFF, 0xD8, 0xFF) ? FileKind.JPEG
                : starts("RIFF") && at(8, "WEBP") ? FileKind.WEBP
                : starts(0x49, 0x49, 0x2A, 0x00) || starts(0x4D, 0x4D, 0x00, 0x2A) ? FileKind.TIFF
                : at(4, "ftyp") ? film()
                : starts('P', 'K', 3, 4) ? packed()
                : text());
    }

    private @Nullable FileKind film() {
        var brand = new String(head, 8, 4, StandardCharsets.US_ASCII);
        return switch (brand) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> FileKind.HEIC;
            case "qt  " -> FileKind.MOV;
            case "isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash", "3gp4", "3gp5" -> FileKind.MP4;
            default -> null;
        };
    }

    /** Office files are archives; their table of contents stands at the end, in plain words. Macros are refused. */
    private @Nullable FileKind packed() {
        if (holds("vbaProject.bin")) {
            return null;
        }
        if (holds("xl/workbook.xml")) {
            return FileKind.XLSX;
        }
        return holds("word/document.xml") ? FileKind.DOCX : FileKind.ZIP;
    }

    private @Nullable FileKind text() {
        if (control || !(utf8.holds() || chinese.holds())) {
            return null;
        }
        var opening = new String(head, 0, Math.min(headLength, 4096), utf8.holds() ? StandardCharsets.UTF_8 : GB18030);
        var headers = MAIL_HEADER.matcher(opening.split("\r?\n\r?\n", 2)[0]).results()
                .map(header -> header.group(1).toLowerCase(Locale.ROOT))
                .distinct()
                .count();
        if (headers >= 3) {
            return FileKind.EML;
        }
        var lines = opening.lines().limit(2).toList();
        var table = lines.size() > 1 && lines.stream().allMatch(line -> line.matches(".*[,;\\t].*"));
        return table ? FileKind.CSV : FileKind.TEXT;
    }

    private void keepTail(byte[] piece, int length) {
        if (length >= KEPT) {
            System.arraycopy(piece, length - KEPT, tail, 0, KEPT);
            tailLength = KEPT;
            return;
        }
        var stay = Math.min(tailLength, KEPT - length);
        System.arraycopy(tail, tailLength - stay, tail, 0, stay);
        System.arraycopy(piece, 0, tail, stay, length);
        tailLength = stay + length;
    }

    private boolean holds(String name) {
        var wanted = name.getBytes(StandardCharsets.US_ASCII);
        return contains(tail, tailLength, wanted) || contains(head, headLength, wanted);
    }

    private static boolean contains(byte[] text, int length, byte[] wanted) {
        for (int i = 0; i <= length - wanted.length; i++) {
            if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private boolean starts(String text) {
        return at(0, text);
    }

    private boolean at(int offset, String text) {
        var wanted = text.getBytes(StandardCharsets.US_ASCII);
        return headLength >= offset + wanted.length
                && Arrays.equals(head, offset, offset + wanted.length, wanted, 0, wanted.length);
    }

    private boolean starts(int... signs) {
        if (headLength < signs.length) {
            return false;
        }
        for (int i = 0; i < signs.length; i++) {
            if ((head[i] & 0xFF) != signs[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether all the bytes so far are text in a charset; a sign cut by the end of a piece is carried over. */
    private static final class TextCheck {

        private final CharsetDecoder decoder;
        private final ByteBuffer carried = ByteBuffer.allocate(16);
        private boolean holds = true;

        TextCheck(Charset charset) {
            decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
            carried.limit(0);
        }

        void take(byte[] piece, int length) {
            if (!holds) {
                return;
            }
            var bytes = ByteBuffer.allocate(carried.remaining() + length).put(carried).put(piece, 0, length).flip();
            var signs = CharBuffer.allocate(bytes.remaining() + 1);
            holds = !decoder.decode(bytes, signs, false).isError();
            carried.clear();
            if (holds) {
                carried.put(bytes);
            }
            carried.flip();
        }

        boolean holds() {
            return holds && !carried.hasRemaining();
        }
    }
}
