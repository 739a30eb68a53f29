package org.huiyin.kernel;

/** A clause of the company's procedure or of an edition of a standard, such as 001/5.4.2.1a or ISO9001:2015/9.1.2. */
public record ClauseRef(String document, String clause) {

    public ClauseRef {
        if (document.isBlank() || clause.isBlank() || document.contains("/")) {
            throw new IllegalArgumentException("A clause needs a document and a number: " + document + "/" + clause);
        }
    }

    /** Reads "document/clause"; refuses text without the stroke. */
    public static ClauseRef parse(String text) {
        int stroke = text.indexOf('/');
        if (stroke < 0) {
            throw new IllegalArgumentException("A clause reads document/number, not " + text);
        }
        return new ClauseRef(text.substring(0, stroke).strip(), text.substring(stroke + 1).strip());
    }

    @Override
    public String toString() {
        return document + "/" + clause;
    }
}
