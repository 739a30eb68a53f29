package org.huiyin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** An inspection record as it was noted, and why it was struck out, if it was. */
public record InspectionView(UUID id, NewInspection record, PersonId by, Instant at, @Nullable Struck struck) {

    /** That the record was wrong. */
    public record Struck(String reason, PersonId by, Instant at) {}

    public SubjectRef subject() {
        return new SubjectRef("inspection", id);
    }

    public String path() {
        return "inspections/" + id;
    }
}
