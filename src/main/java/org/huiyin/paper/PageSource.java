package org.huiyin.paper;

import java.io.IOException;
import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the XHTML of a page; a page that is not well-formed is a mistake of its template. */
final class PageSource {

    private static final Pattern ILLEGAL = Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern DOCTYPE = Pattern.compile("^\\s*<!DOCTYPE[^>\\[]*>", Pattern.CASE_INSENSITIVE);

    private PageSource() {}

    static Document parse(String xhtml) throws IOException {
        String legal = ILLEGAL.matcher(DOCTYPE.matcher(xhtml).replaceFirst("")).replaceAll("")
                .replace("&nbsp;", "\u00A0");
        try {
            var factory = DocumentBuilderFactory.newInstance("com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl", null);
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(legal)));
        } catch (ParserConfigurationException | SAXException wrong) {
            throw new IllegalArgumentException("not well-formed XHTML: " + wrong.getMessage(), wrong);
        }
    }
}
