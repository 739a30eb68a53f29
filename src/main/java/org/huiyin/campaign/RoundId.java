package org.huiyin.campaign;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a round of a survey. */
public record RoundId(UUID value) {

    /** The round as a subject of audit, approvals, files and notices. */
    public SubjectRef subject() {
        return new SubjectRef("round", value);
    }
}
