package org.huiyin.complaint;

import org.jspecify.annotations.Nullable;

/** Which inspection records a list shows; the words are a lot, a part, a source or a record's number. */
public record InspectionFilter(String q, @Nullable InspectionKind kind, @Nullable InspectionResult result, int page, int size) {

    public InspectionFilter {
        q = q.strip();
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }
}
