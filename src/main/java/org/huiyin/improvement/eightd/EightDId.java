package org.huiyin.improvement.eightd;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies an 8D. */
public record EightDId(UUID value) {

    /** The 8D as a subject of audit, files, approvals and notices. */
    public SubjectRef subject() {
        return new SubjectRef("eightd", value);
    }
}
