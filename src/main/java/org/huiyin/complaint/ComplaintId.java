package org.huiyin.complaint;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a complaint. */
public record ComplaintId(UUID value) {

    /** The complaint as a subject of voices, files, notices and audit. */
    public SubjectRef subject() {
        return new SubjectRef("complaint", value);
    }
}
