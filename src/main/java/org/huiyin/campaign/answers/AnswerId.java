package org.huiyin.campaign.answers;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies an answer. */
public record AnswerId(UUID value) {

    /** The answer as a subject of audit and files. */
    public SubjectRef subject() {
        return new SubjectRef("answer", value);
    }
}
