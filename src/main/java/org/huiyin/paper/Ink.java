package org.huiyin.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The paper fonts as they are drawn directly: which one has a character, how wide it is, where a line breaks. */
final class Ink {

    private static final PaperFonts KNOWN = new PaperFonts();
    private static final Glyphs GLYPHS = new Glyphs(KNOWN);

    private final PDFont regular;
    private final PDFont bold;
    private final PDFont rare;
    private final Map<PDFont, Map<Integer, Float>> widths = new HashMap<>();

    Ink(PDDocument pdf, TrueTypeFont regular, TrueTypeFont bold, TrueTypeFont rare) throws IOException {
        this.regular = PDType0Font.load(pdf, regular, true);
        this.bold = PDType0Font.load(pdf, bold, true);
        this.rare = PDType0Font.load(pdf, rare, true);
    }

    /** The text in lines no wider than the room, in points; at most as many as asked for, the last one cut off by an ellipsis. */
    List<String> lines(String text, boolean strong, float size, float room, int most) throws IOException {
        var lines = new ArrayList<String>();
        for (var paragraph : GLYPHS.line(text).split("\n", -1)) {
            wrap(paragraph, strong, size, room, lines);
        }
        if (lines.size() <= most) {
            return lines;
        }
        var kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, kept.get(most - 1) + "…");
        return kept;
    }

    /** Chinese breaks anywhere, Latin words at blanks where there is one. */
    private void wrap(String text, boolean strong, float size, float room, List<String> lines) throws IOException {
        int begin = 0;
        int blank = -1;
        float width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point == ' ') {
                blank = i;
            }
            width += width(point, strong) * size / 1000;
            if (width > room && i > begin) {
                boolean word = blank > begin && point != ' ' && point < 0x2E80;
                int end = word ? blank : i;
                lines.add(text.substring(begin, end).strip());
                begin = end;
                i = end;
                blank = -1;
                width = width(text.codePointAt(end), strong) * size / 1000;
            }
        }
        lines.add(text.substring(begin).strip());
    }

    float width(String text, boolean strong, float size) throws IOException {
        float width = 0;
        for (int point : GLYPHS.line(text).codePoints().toArray()) {
            width += width(point, strong);
        }
        return width * size / 1000;
    }

    private float width(int point, boolean strong) throws IOException {
        var font = font(point, strong);
        var known = widths.computeIfAbsent(font, f -> new HashMap<>());
        var width = known.get(point);
        if (width == null) {
            width = font.getStringWidth(Character.toString(point));
            known.put(point, width);
        }
        return width;
    }

    private PDFont font(int point, boolean strong) {
        return KNOWN.common(point) ? strong ? bold : regular : rare;
    }

    /** Draws a line that {@link #lines} made, its baseline at the point. */
    void draw(PDPageContentStream page, String line, boolean strong, float size, float x, float y) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        page.beginText();
        page.newLineAtOffset(x, y);
        var text = GLYPHS.line(line);
        for (int begin = 0; begin < text.length(); ) {
            var font = font(text.codePointAt(begin), strong);
            int end = begin;
            while (end < text.length() && font(text.codePointAt(end), strong) == font) {
                end += Character.charCount(text.codePointAt(end));
            }
            page.setFont(font, size);
            page.showText(text.substring(begin, end));
            begin = end;
        }
        page.endText();
    }
}
