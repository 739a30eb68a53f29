package org.huiyin.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An action as lists and its page show it.
 *
 * @param cycle 1, and one more for each reopening
 * @param firstDue the first promise; a later date never replaces it
 */
public record ActionView(
        ActionId id,
        String number,
        Set<ActionOrigin> origins,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        @Nullable String customerName,
        @Nullable PersonId customerOwner,
        SubjectRef source,
        Sentence problem,
        List<String> items,
        @Nullable UUID department,
        @Nullable String departmentName,
        @Nullable PersonId owner,
        ActionState state,
        int cycle,
        LocalDate firstDue,
        LocalDate due,
        List<Sentence> dueReasons,
        PersonId proposedBy,
        Instant proposedAt,
        @Nullable Instant endedAt,
        UUID profileVersion,
        String clause,
        int version) {

    /** Whether the promise as it stands is broken on the day. */
    public boolean lateOn(LocalDate day) {
        return state.open() && day.isAfter(due);
    }
}
