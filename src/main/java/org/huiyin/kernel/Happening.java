package org.huiyin.kernel;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the audit hears inside the transaction: what happened to which subject, by whom (nobody: the system itself),
 * with the values before and after (ISO9001:2015/10.2.2).
 */
public record Happening(
        SubjectRef subject,
        String verb,
        @Nullable PersonId by,
        Map<String, @Nullable Object> before,
        Map<String, @Nullable Object> after,
        Instant at) {

    public Happening {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** An entry without values: that it happened is all there is to tell. */
    public static Happening of(SubjectRef subject, String verb, Actor actor, Instant at) {
        return new Happening(subject, verb, actor.id(), Map.of(), Map.of(), at);
    }

    /** The kind of happening, such as "customer.upgraded". */
    public String type() {
        return subject.type() + "." + verb;
    }
}
