package org.huiyin.improvement.eightd;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells an 8D about the records that it answers; the module that keeps complaints has a bean of it. */
public interface EightDSource {

    /** The kind of record, such as {@code complaint}. */
    String subjectType();

    Optional<SourceLine> line(UUID subject);

    /** The pictures of the record with what is marked on them, for the report. */
    default List<Picture> pictures(UUID subject) {
        return List.of();
    }

    /** The record whose number was typed; for the form that adds a complaint to an 8D. */
    default Optional<UUID> byNumber(String number) {
        return Optional.empty();
    }

    /** A record as the head of an 8D shows it. */
    record SourceLine(String number, @Nullable String customerNumber, @Nullable String customerName, String text, List<PartLine> lines, String path) {

        public SourceLine {
            lines = List.copyOf(lines);
        }
    }

    /** Goods that the record complains about. */
    record PartLine(String part, String partName, String lot, String serial, @Nullable BigDecimal quantity, String unit, String defect, String foundAt) {}

    /** A stored file that can be drawn, and boxes on it in shares of its width and height. */
    record Picture(UUID file, String caption, List<Mark> marks) {

        public Picture {
            marks = List.copyOf(marks);
        }
    }

    /** A marked place on a picture; each figure lies between 0 and 1. */
    record Mark(double x, double y, double width, double height, String label) {}
}
