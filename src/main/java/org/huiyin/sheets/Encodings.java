package org.huiyin.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Guesses the encoding of a text file: marks first, then strict UTF-8, then GB18030 or Big5 by their bytes. */
final class Encodings {

    static final Charset GB18030 = Charset.forName("GB18030");
    static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final int SAMPLE = 1 << 20;

    private Encodings() {}

    static Charset of(Path file) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(file)) {
            sample = in.readNBytes(SAMPLE);
        }
        if (starts(sample, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (starts(sample, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (wide(sample)) {
            return zeros(sample, 0) > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
        }
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        return looksBig5(sample) && decodes(file, BIG5) ? BIG5 : GB18030;
    }

    static boolean marked(byte[] head) {
        return starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE) || starts(head, 0xEF, 0xBB, 0xBF);
    }

    /** UTF-16 without a mark: separators and line ends show as zero bytes on one side only. */
    static boolean wide(byte[] head) {
        int even = zeros(head, 0);
        int odd = zeros(head, 1);
        return Math.min(even, odd) == 0 && even + odd > Math.max(2, head.length / 50) && readable(head);
    }

    /** Beside each zero byte stands a letter, a digit, a sign or a line end. */
    private static boolean readable(byte[] head) {
        for (int i = 0; i + 1 < head.length; i++) {
            int partner = head[i] == 0 ? head[i ^ 1] : ' ';
            if (partner < ' ' && partner != '\t' && partner != '\n' && partner != '\r') {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] bytes, int side) {
        int zeros = 0;
        for (int i = side; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && Arrays.equals(Arrays.stream(mark).toArray(), firstOf(bytes, mark.length));
    }

    private static int[] firstOf(byte[] bytes, int count) {
        int[] first = new int[count];
        for (int i = 0; i < count; i++) {
            first[i] = bytes[i] & 0xFF;
        }
        return first;
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        char[] buffer = new char[1 << 14];
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), decoder)) {
            while (reader.read(buffer) >= 0) {
                // Only whether it decodes matters.
            }
            return true;
        } catch (CharacterCodingException wrong) {
            return false;
        }
    }

    /**
     * Common traditional characters have lead bytes A1..C6 and often trail bytes below 80; simplified ones in GBK
     * have leads up to F7 (half of them above C6) and trails from A1 on.
     */
    private static boolean looksBig5(byte[] sample) {
        int pairs = 0;
        int lowLeads = 0;
        int lowTrails = 0;
        for (int i = 0; i + 1 < sample.length; i++) {
            int lead = sample[i] & 0xFF;
            if (lead < 0x81) {
                continue;
            }
            int trail = sample[++i] & 0xFF;
            pairs++;
            lowLeads += lead >= 0xA1 && lead <= 0xC6 ? 1 : 0;
            lowTrails += trail < 0x80 ? 1 : 0;
        }
        return pairs >= 8 && lowLeads >= pairs * 0.9 && lowTrails >= pairs * 0.15;
    }
}
