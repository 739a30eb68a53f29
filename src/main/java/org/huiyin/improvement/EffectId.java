package org.huiyin.improvement;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies one round of watching an effect. */
public record EffectId(UUID value) {

    /** The watch as a subject of signatures, audit and notices. */
    public SubjectRef subject() {
        return new SubjectRef("effect", value);
    }
}
