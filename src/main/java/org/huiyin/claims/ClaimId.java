package org.huiyin.claims;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a claim. */
public record ClaimId(UUID value) {

    /** The claim as a subject of files, approvals, notices and audit. */
    public SubjectRef subject() {
        return new SubjectRef("claim", value);
    }
}
