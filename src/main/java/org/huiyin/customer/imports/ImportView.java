package org.huiyin.customer.imports;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** An import with its figures. */
public record ImportView(
        UUID id,
        ImportKind kind,
        ImportState state,
        String fileName,
        long size,
        String sha256,
        int sheet,
        String currency,
        @Nullable String base,
        boolean goodOnly,
        Counts counts,
        @Nullable Sentence failure,
        PersonId by,
        Instant at,
        @Nullable Instant takenAt,
        int version) {

    /** How many rows were read, good, bad, double, handled so far, and what became of them. */
    public record Counts(
            int read, int good, int bad, int doubles, int handled, int created, int updated, int same, int undone, int kept, int leftOut) {}

    /** Whether taking back has begun, so that nothing more can be taken over. */
    public boolean goingBack() {
        return counts.undone() + counts.kept() > 0;
    }

    /** How much of the present work is done, between 0 and 1; unknown while a file is read. */
    public double share() {
        boolean back = state == ImportState.UNDOING;
        int all = back ? counts.created() + counts.updated() : counts.good() + counts.doubles();
        int done = back ? counts.undone() + counts.kept() : counts.handled();
        return all == 0 ? 0 : Math.min(1, done / (double) all);
    }
}
