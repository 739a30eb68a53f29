package org.huiyin.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/**
 * Makes each character of a page printable: look-alikes become the real character, and what no font has stands as its code in a box, so that a name is never printed wrongly in silence.
 */
final class Glyphs {

    private final PaperFonts fonts;

    Glyphs(PaperFonts fonts) {
        this.fonts = fonts;
    }

    void settle(Document page) {
        List<Text> texts = new ArrayList<>();
        collect(page.getDocumentElement(), texts);
        texts.forEach(this::settle);
    }

    /** Text that is drawn without markup: what no font has stands as its code in brackets. */
    String line(String text) {
        String plain = plain(text).replace('\t', ' ');
        if (plain.codePoints().allMatch(point -> point == '\n' || printable(point))) {
            return plain;
        }
        StringBuilder line = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (printable(point)) {
                line.appendCodePoint(point);
            } else {
                line.append("[U+").append(Integer.toHexString(point).toUpperCase(Locale.ROOT)).append(']');
            }
        });
        return line.toString();
    }

    private static void collect(Node node, List<Text> texts) {
        String name = node.getNodeName();
        if (name.equals("style") || name.equals("svg") || name.equals("script")) {
            return;
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Text text) {
                texts.add(text);
            } else {
                collect(children.item(i), texts);
            }
        }
    }

    private void settle(Text text) {
        String plain = plain(text.getData());
        if (plain.codePoints().allMatch(this::printable)) {
            text.setData(plain);
            return;
        }
        Document page = text.getOwnerDocument();
        Node parent = text.getParentNode();
        StringBuilder run = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (printable(point)) {
                run.appendCodePoint(point);
            } else {
                parent.insertBefore(page.createTextNode(run.toString()), text);
                run.setLength(0);
                parent.insertBefore(boxed(page, point), text);
            }
        });
        text.setData(run.toString());
    }

    private boolean printable(int point) {
        return point < 0x20 || fonts.prints(point);
    }

    private static Element boxed(Document page, int point) {
        Element span = page.createElement("span");
        span.setAttribute("class", "no-glyph");
        span.setTextContent("U+" + Integer.toHexString(point).toUpperCase(Locale.ROOT));
        return span;
    }

    /** Without invisible characters; radicals and compatibility forms that the fonts lack become the character they stand for. */
    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean mark = type == Character.FORMAT || point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0100 && point <= 0xE01EF;
            if (mark || type == Character.CONTROL && point != '\n' && point != '\t') {
                return;
            }
            String kept = Character.toString(point);
            String normal = fonts.prints(point) || point < 0x20 ? kept : Normalizer.normalize(kept, Normalizer.Form.NFKC);
            plain.append(normal.codePoints().allMatch(fonts::prints) ? normal : kept);
        });
        return plain.toString();
    }
}
