package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a step while it is being written, field by field as typed, with the version that two writers are held
 * apart by.
 *
 * @param id identity of the step for its files
 * @param at when it was saved last; null for a step that nobody has begun
 */
public record StepText(UUID id, EightDStep step, Map<String, String> values, int version, @Nullable PersonId by, @Nullable Instant at) {

    public StepText {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The field as typed; empty where there is none. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The step as the subject of its files. */
    public SubjectRef subject() {
        return new SubjectRef("eightdStep", id);
    }
}
