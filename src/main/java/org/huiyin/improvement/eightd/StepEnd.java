package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.PersonId;

/** A step as it was ended, word by word; evidence, never changed. */
public record StepEnd(EightDStep step, int round, Map<String, String> values, String contentHash, PersonId by, Instant at) {

    public StepEnd {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
