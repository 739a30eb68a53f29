package org.huiyin.records;

import java.util.List;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;

/**
 * The files of a record as a person sees them; the tag {@code tag/files.jte} draws it.
 *
 * @param addable whether she may add and strike out
 * @param kinds what is taken in, in words
 * @param limit the largest size, in words
 */
public record AttachmentList(SubjectRef subject, List<Line> lines, boolean addable, String kinds, String limit) {

    /** A file with the names of those who stored it and struck it out. */
    public record Line(AttachmentView file, String by, String struckBy) {}

    static Line line(AttachmentView file, java.util.Map<PersonId, String> names) {
        var strike = file.struck();
        return new Line(file, names.getOrDefault(file.by(), ""), strike == null ? "" : names.getOrDefault(strike.by(), ""));
    }

    /** The element that htmx replaces. */
    public String elementId() {
        return "files-" + subject.id();
    }
}
