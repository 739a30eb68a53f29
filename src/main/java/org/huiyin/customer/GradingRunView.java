package org.huiyin.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A grading run (001/5.4.2.1 b).
 *
 * @param from first day of the window
 * @param to last day of the window
 * @param counts how many customers each class would have, decisions included
 * @param conflicts customers between two classes, of whom {@code open} are not decided yet
 * @param confirmed null while the run is open; false when it was laid aside
 */
public record GradingRunView(
        UUID id,
        String number,
        LocalDate from,
        LocalDate to,
        String currency,
        UUID profileVersion,
        int customers,
        PersonId by,
        Instant at,
        Map<Grade, Integer> counts,
        int changes,
        int conflicts,
        int open,
        @Nullable Boolean confirmed,
        @Nullable PersonId endedBy,
        @Nullable Instant endedAt) {

    /** The first day on which the confirmed classes hold. */
    public LocalDate since() {
        return to.plusDays(1);
    }
}
