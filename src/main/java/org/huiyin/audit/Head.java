package org.huiyin.audit;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The end of a company's chain at some instant: how many entries there were, and the mark of the last. */
public record Head(long position, String mark, Instant at) {

    static Head of(long position, byte[] mark, Instant at) {
        return new Head(position, HexFormat.of().formatHex(mark), at);
    }

    String line() {
        return position + " " + mark + " " + at;
    }

    static Optional<Head> parse(String line) {
        var parts = line.strip().split(" ");
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}") || !parts[1].matches("[0-9a-f]{64}")) {
            return Optional.empty();
        }
        return Optional.of(new Head(Long.parseLong(parts[0]), parts[1], Instant.parse(parts[2])));
    }
}
