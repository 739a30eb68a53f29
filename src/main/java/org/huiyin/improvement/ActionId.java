package org.huiyin.improvement;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a corrective action. */
public record ActionId(UUID value) {

    /** The action as a subject of audit, files and notices. */
    public SubjectRef subject() {
        return new SubjectRef("action", value);
    }
}
