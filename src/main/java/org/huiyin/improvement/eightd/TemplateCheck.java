package org.huiyin.improvement.eightd;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Sentence;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Looks at a template before it is kept: whether it is what its name says, has no macros and a sane size, and whether every
 * placeholder is known; what is not is listed with its place.
 */
final class TemplateCheck {

    static final int LARGEST = 5 * 1024 * 1024;
    private static final long UNPACKED = 60L * 1024 * 1024;
    private static final int ENTRIES = 2000;
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** What is in a file: its kind, its placeholders and what is wrong with them. */
    record Report(TemplateKind kind, Set<String> used, List<Sentence> faults) {}

    private final String name;
    private final Set<String> used = new HashSet<>();
    private final List<Sentence> faults = new ArrayList<>();

    private TemplateCheck(String name) {
        this.name = name;
    }

    /** Refuses what is no template at all; reports what is wrong inside one. */
    static Report look(String name, byte[] content) {
        var check = new TemplateCheck(name);
        TemplateKind kind = check.kind(content);
        try {
            if (kind == TemplateKind.DOCX) {
                check.word(content);
            } else {
                check.sheet(content);
            }
        } catch (IOException | SAXException | RuntimeException broken) {
            throw broken instanceof BrokenRule rule ? rule : new BrokenRule("improvement.eightd.template.broken", name);
        }
        if (check.used.isEmpty() && check.faults.isEmpty()) {
            check.faults.add(new Sentence("improvement.eightd.template.none", name));
        }
        return new Report(kind, check.used, check.faults);
    }

    private TemplateKind kind(byte[] content) {
        if (content.length == 0) {
            throw new BrokenRule("improvement.eightd.template.empty", name);
        }
        if (content.length > LARGEST) {
            throw new BrokenRule("improvement.eightd.template.large", name, "5 MB");
        }
        Map<String, String> entries = entries(content);
        if (entries.keySet().stream().anyMatch(e -> e.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                || entries.getOrDefault("[Content_Types].xml", "").contains("macroEnabled")) {
            throw new BrokenRule("improvement.eightd.template.macros", name);
        }
        Optional<TemplateKind> kind = entries.containsKey("word/document.xml") ? Optional.of(TemplateKind.DOCX)
                : entries.containsKey("xl/workbook.xml") ? Optional.of(TemplateKind.XLSX) : Optional.empty();
        if (kind.isEmpty()) {
            throw new BrokenRule("improvement.eightd.template.kind", name);
        }
        if (!name.toLowerCase(Locale.ROOT).endsWith(kind.get().extension())) {
            throw new BrokenRule("improvement.eightd.template.otherName", name, kind.get().extension());
        }
        return kind.get();
    }

    /** The names in the zip, with the text of the list of types; a bomb is refused by what it does. */
    private Map<String, String> entries(byte[] content) {
        Map<String, String> entries = new HashMap<>();
        long total = 0;
        byte[] buffer = new byte[1 << 16];
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var head = new StringBuilder();
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    total += read;
                    if (total > UNPACKED || entries.size() > ENTRIES) {
                        throw new BrokenRule("improvement.eightd.template.bomb", name);
                    }
                    if (entry.getName().equals("[Content_Types].xml")) {
                        head.append(new String(buffer, 0, read, java.nio.charset.StandardCharsets.UTF_8));
                    }
                }
                entries.put(entry.getName(), head.toString());
            }
        } catch (IOException broken) {
            throw new BrokenRule("improvement.eightd.template.broken", name);
        }
        return entries;
    }

    private void word(byte[] content) throws IOException, SAXException {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("word/(document|header\\d*|footer\\d*|footnotes|endnotes)\\.xml")) {
                    paragraphs(parse(zip.readAllBytes()), entry.getName().substring(5).replace(".xml", ""));
                }
            }
        }
    }

    private static Document parse(byte[] xml) throws IOException, SAXException {
        try {
            var factory = DocumentBuilderFactory.newInstance("com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl", null);
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            try (InputStream in = new ByteArrayInputStream(xml)) {
                return factory.newDocumentBuilder().parse(new InputSource(in));
            }
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void paragraphs(Document document, String part) {
        var all = document.getElementsByTagNameNS(W, "p");
        int plain = 0;
        for (int i = 0; i < all.getLength(); i++) {
            Element paragraph = (Element) all.item(i);
            Element row = above(paragraph, "tr");
            plain += row == null ? 1 : 0;
            String text = text(paragraph);
            if (!text.contains("{{") && !text.contains("}}")) {
                continue;
            }
            Sentence place = row == null ? new Sentence("improvement.eightd.template.paragraph", new Sentence("improvement.eightd.template.part." + part.replaceAll("\\d", "")), plain)
                    : new Sentence("improvement.eightd.template.row", number(document, above(row, "tbl"), "tbl"), siblings(row));
            judge(text, row == null ? "" : text(row), row != null, place);
        }
    }

    private static @org.jspecify.annotations.Nullable Element above(Node node, String name) {
        for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
            if (at instanceof Element element && name.equals(element.getLocalName()) && W.equals(element.getNamespaceURI())) {
                return element;
            }
        }
        return null;
    }

    private static int number(Document document, @org.jspecify.annotations.Nullable Element wanted, String name) {
        var all = document.getElementsByTagNameNS(W, name);
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) == wanted) {
                return i + 1;
            }
        }
        return 0;
    }

    private static int siblings(Element row) {
        int number = 1;
        for (Node before = row.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            number += "tr".equals(before.getLocalName()) ? 1 : 0;
        }
        return number;
    }

    private static String text(Element element) {
        var parts = element.getElementsByTagNameNS(W, "t");
        var text = new StringBuilder();
        for (int i = 0; i < parts.getLength(); i++) {
            text.append(parts.item(i).getTextContent());
        }
        return text.toString();
    }

    private void sheet(byte[] content) throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    var whole = new StringBuilder();
                    row.forEach(cell -> whole.append(textOf(cell)).append(' '));
                    row.forEach(cell -> {
                        String text = textOf(cell);
                        if (text.contains("{{") || text.contains("}}")) {
                            judge(text, whole.toString(), true, new Sentence("improvement.eightd.template.cell", sheet.getSheetName(), cell.getAddress().formatAsString()));
                        }
                    });
                }
            }
        }
    }

    private static String textOf(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    private void judge(String text, String row, boolean repeatable, Sentence place) {
        if (Placeholders.torn(text)) {
            faults.add(new Sentence("improvement.eightd.template.torn", place));
        }
        for (String written : Placeholders.in(text)) {
            String wanted = written.strip();
            if (!Placeholders.known(wanted)) {
                faults.add(new Sentence("improvement.eightd.template.unknown", "{{" + written + "}}", place));
            } else if (Placeholders.list(wanted).isPresent() && !repeatable) {
                faults.add(new Sentence("improvement.eightd.template.noRow", "{{" + written + "}}", place));
            } else {
                used.add(wanted);
            }
        }
        var lists = Placeholders.lists(row);
        if (lists.size() > 1) {
            Sentence mixed = new Sentence("improvement.eightd.template.mixed", String.join("、", lists), place);
            if (faults.stream().noneMatch(mixed::equals)) {
                faults.add(mixed);
            }
        }
    }
}
