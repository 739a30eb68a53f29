package org.huiyin.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** A measure with its owner, its date and what became of it. */
public record MeasureView(UUID id, int cycle, MeasureKind kind, String words, PersonId owner, LocalDate due, PersonId setBy, Instant setAt, @Nullable End end) {

    /** Carried out with evidence, or given up with the reason. */
    public record End(boolean done, String words, PersonId by, Instant at) {}

    public boolean open() {
        return end == null;
    }

    public boolean done() {
        return end != null && end.done();
    }

    /** The measure as the subject of its files. */
    public SubjectRef subject() {
        return new SubjectRef("measure", id);
    }
}
