package org.huiyin.web;

import org.jspecify.annotations.Nullable;

/** A point of a small trend chart, with the ends of its interval; a value that is not there yet is drawn as an open box. */
public record Point(String label, @Nullable Double value, @Nullable Double low, @Nullable Double high) {

    public static Point of(String label, double value, double low, double high) {
        return new Point(label, value, low, high);
    }

    public static Point missing(String label) {
        return new Point(label, null, null, null);
    }
}
