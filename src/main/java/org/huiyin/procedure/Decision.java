package org.huiyin.procedure;

import java.time.Instant;
import java.util.Set;
import org.huiyin.kernel.PersonId;

/** What was decided on a submission, in which roles, about which content. */
public record Decision(Verdict verdict, String reason, Set<String> roles, boolean ownSubmission, PersonId by, Instant at) {

    /** How a submission ended. */
    public enum Verdict {
        APPROVED,
        REFUSED,
        WITHDRAWN
    }
}
