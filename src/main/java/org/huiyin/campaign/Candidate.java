package org.huiyin.campaign;

import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.Grade;
import org.jspecify.annotations.Nullable;

/**
 * A customer who may be asked, with what the choice looks at: class, kind, the day he last *answered* (D10: an invitation
 * without an answer covers nobody), whether an account manager recommends him, and his complaints of the last 12 months.
 */
public record Candidate(
        UUID customer,
        Grade grade,
        String kind,
        @Nullable LocalDate lastAnswered,
        boolean recommended,
        int recentComplaints) {

    /** A candidate of a class of whom only the memory of rounds is known. */
    public static Candidate of(UUID customer, Grade grade, @Nullable LocalDate lastAnswered) {
        return new Candidate(customer, grade, "", lastAnswered, false, 0);
    }

    /** Whether he has waited longer than the other since his last answer; never having answered is the longest wait. */
    boolean waitedLongerThan(Candidate other) {
        if (other.lastAnswered == null) {
            return false;
        }
        return lastAnswered == null || lastAnswered.isBefore(other.lastAnswered);
    }
}
