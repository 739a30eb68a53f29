package org.huiyin.replenishment;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a replacement order. */
public record ReplenishmentId(UUID value) {

    /** The kind of record as files, notices, approvals and audit name it. */
    public static final String SUBJECT = "replenishment";

    public SubjectRef subject() {
        return new SubjectRef(SUBJECT, value);
    }
}
