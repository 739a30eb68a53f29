package org.huiyin.claims;

import java.time.Instant;
import org.huiyin.kernel.PersonId;

/** Something that happened to a claim or a notice; never changed. */
public record ClaimEvent(Kind kind, String words, PersonId by, Instant at) {

    /** What happened. */
    public enum Kind {
        DRAFTED,
        CHANGED,
        SENT,
        REPLIED,
        BOOKED,
        RECOVERED,
        SETTLED,
        LAPSED,
        PROPOSED,
        SUBMITTED,
        APPROVED,
        REFUSED,
        TAKEN_BACK,
        ISSUED,
        READ,
        OBJECTED,
        UPHELD,
        AMENDED,
        CANCELLED,
        WITHDRAWN
    }
}
