package org.huiyin.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail.
 *
 * @param by nobody when Huiyin acted by itself
 * @param byName the name of today, also of a person who has left
 * @param position the place in the chain; null within the first second
 * @param names what ids and role codes among the values are called today
 */
public record AuditLine(
        UUID id,
        Instant at,
        @Nullable PersonId by,
        @Nullable String byName,
        SubjectRef subject,
        String verb,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        @Nullable Long position,
        Map<String, String> names) {

    /** The kind of happening, such as {@code customer.upgrade}. */
    public String type() {
        return subject.type() + "." + verb;
    }
}
