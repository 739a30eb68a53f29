package org.huiyin.kernel;

import java.util.UUID;

/** Something that an approval, a notice or an audit entry is about, by type and identity only (architecture.md, layers). */
public record SubjectRef(String type, UUID id) {

    public SubjectRef {
        if (type.isBlank()) {
            throw new IllegalArgumentException("A subject needs a type");
        }
    }
}
