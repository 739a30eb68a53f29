package org.huiyin.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The committed fonts and which characters they have. A parsed font serves one run, since its tables are read on demand. */
final class PaperFonts {

    static final String FAMILY = "Paper";
    static final String RARE_FAMILY = "Paper Rare";

    private static final List<String> FILES = List.of("NotoSansSC-Paper-Regular.ttf", "NotoSansSC-Paper-Rare.ttf");

    private final BitSet common;
    private final BitSet printable;

    PaperFonts() {
        common = characters(FILES.get(0));
        printable = characters(FILES.get(1));
        printable.or(common);
    }

    /** Whether the usual font has the character; the others stand in the rare one. */
    boolean common(int point) {
        return common.get(point);
    }

    boolean prints(int point) {
        return printable.get(point);
    }

    static TrueTypeFont regular() {
        return parsed(FILES.get(0));
    }

    static TrueTypeFont bold() {
        return parsed("NotoSansSC-Paper-Bold.ttf");
    }

    static TrueTypeFont rare() {
        return parsed(FILES.get(1));
    }

    private static TrueTypeFont parsed(String file) {
        try (InputStream in = PaperFonts.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("font missing: " + file);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static BitSet characters(String file) {
        BitSet characters = new BitSet();
        try (TrueTypeFont font = parsed(file)) {
            CmapLookup cmap = font.getUnicodeCmapLookup();
            for (int point = 0x20; point < 0x32000; point++) {
                if (cmap.getGlyphId(point) > 0) {
                    characters.set(point);
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return characters;
    }
}
