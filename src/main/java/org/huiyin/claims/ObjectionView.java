package org.huiyin.claims;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What a unit said against a notice, and what was answered. @param wording the wording of the notice it is about */
public record ObjectionView(UUID id, int wording, String words, PersonId by, Instant at, @Nullable Answer answer) {

    /** What was decided about an objection. */
    public enum Verdict {
        UPHELD,
        CHANGED,
        CANCELLED
    }

    /** The answer with the decision that held when it was given. */
    public record Answer(Verdict verdict, String words, UUID decision, PersonId by, Instant at) {}
}
