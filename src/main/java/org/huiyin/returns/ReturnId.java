package org.huiyin.returns;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** The identity of a return. */
public record ReturnId(UUID value) {

    public static final String TYPE = "return";

    public SubjectRef subject() {
        return new SubjectRef(TYPE, value);
    }
}
