package org.huiyin.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a paper form carries on each page, for the layout paper/sheet.jte; texts come in the reader's language. */
public record PaperTemplate(
        String language, String title, String company, String formNumber, String revision, String documentNumber, Labels labels, Foot foot) {

    /** "Form", "revision" and "number" as the head names them. */
    public record Labels(String form, String revision, String number) {}

    /**
     * The line at the foot: form with its effective date, clause, retention, printed by and when; and the words round the
     * page numbers, such as "第 ", " 页 共 ", " 页".
     */
    public record Foot(String form, String clause, String retention, String printed, String beforePage, String beforeTotal, String afterTotal) {}

    private static final String CSS = css();

    /** The common style of all paper. */
    public String style() {
        return CSS;
    }

    /** The rule for the page numbers, which only CSS knows. */
    public String pageNumbers() {
        return ".page-number:before{content:" + quoted(foot.beforePage()) + " counter(page) " + quoted(foot.beforeTotal()) + " counter(pages) "
                + quoted(foot.afterTotal()) + "}";
    }

    private static String quoted(String text) {
        return "\"" + text.replaceAll("[\\\\\"<>&\\p{Cntrl}]", "") + "\"";
    }

    private static String css() {
        try (InputStream in = PaperTemplate.class.getResourceAsStream("/paper/paper.css")) {
            if (in == null) {
                throw new IllegalStateException("paper.css missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
