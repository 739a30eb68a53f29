package org.huiyin.improvement.eightd;

import java.time.Instant;
import org.huiyin.kernel.Deadline;
import org.jspecify.annotations.Nullable;

/** A stage of an 8D with its date: up to which step, since when the clock runs, by when, and when it was reached. */
public record Stage(EightDStep step, Instant since, Deadline due, @Nullable Instant reached) {

    public boolean lateAt(Instant now) {
        Instant then = reached == null ? now : reached;
        return due.isLate(then);
    }
}
