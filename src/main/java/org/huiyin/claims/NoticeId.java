package org.huiyin.claims;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies a notice. */
public record NoticeId(UUID value) {

    /** The notice as a subject of files, approvals, notices and audit. */
    public SubjectRef subject() {
        return new SubjectRef("notice", value);
    }
}
