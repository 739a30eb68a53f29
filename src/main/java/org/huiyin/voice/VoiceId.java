package org.huiyin.voice;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies what a customer said once. */
public record VoiceId(UUID value) {

    /** The voice as a subject of audit, files and notices. */
    public SubjectRef subject() {
        return new SubjectRef("voice", value);
    }
}
