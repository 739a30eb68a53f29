package org.huiyin.kernel;

import java.time.Instant;
import java.util.List;

/**
 * The instant by which something is promised, with a sentence for each day counted or left out, and warnings that must
 * be said aloud, such as a year whose holidays are not yet published (001/5.2.2.6).
 */
public record Deadline(Instant due, List<Sentence> reasons, List<Sentence> warnings) {

    public Deadline {
        reasons = List.copyOf(reasons);
        warnings = List.copyOf(warnings);
    }

    /** Done at the due instant is done in time. */
    public boolean metBy(Instant done) {
        return !done.isAfter(due);
    }

    public boolean isLate(Instant now) {
        return now.isAfter(due);
    }
}
