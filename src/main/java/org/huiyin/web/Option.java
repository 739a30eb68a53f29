package org.huiyin.web;

/** A choice of a select, of radio tiles or of check boxes. */
public record Option(String value, String text, String icon) {

    public Option(String value, String text) {
        this(value, text, "");
    }
}
