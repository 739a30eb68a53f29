package org.huiyin.audit;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted; nothing set means all. {@code until} is not included. */
public record AuditFilter(
        @Nullable PersonId by,
        @Nullable String type,
        @Nullable String verb,
        @Nullable UUID subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    public static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null);
}
