package org.huiyin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number people cite, such as KS-2026-0007: prefix from the profile, year, running number of at least four digits (D37). */
public record DocumentNumber(String prefix, int year, long sequence) {

    private static final Pattern FORMAT = Pattern.compile("([A-Z][A-Z0-9]{0,7})-(\\d{4})-(\\d{4,})");
    private static final Pattern PREFIX = Pattern.compile("[A-Z][A-Z0-9]{0,7}");

    public DocumentNumber {
        if (!PREFIX.matcher(prefix).matches() || year < 1900 || year > 9999 || sequence < 1) {
            throw new IllegalArgumentException("No document number: " + prefix + " " + year + " " + sequence);
        }
    }

    /** Reads a number as people type it: small letters and blanks at the ends do not matter; anything else is refused. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static DocumentNumber parse(String text) {
        Matcher matcher = FORMAT.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(3).length() > 18) {
            throw new IllegalArgumentException("No document number: " + text);
        }
        return new DocumentNumber(
                matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    @JsonValue
    public String toString() {
        return String.format(Locale.ROOT, "%s-%04d-%04d", prefix, year, sequence);
    }
}
