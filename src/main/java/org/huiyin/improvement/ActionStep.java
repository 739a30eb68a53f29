package org.huiyin.improvement;

import java.time.Instant;
import java.util.Map;
import org.huiyin.kernel.PersonId;

/** A step on the way of an action; evidence, never changed. */
public record ActionStep(int cycle, Kind kind, String words, Map<String, String> details, PersonId by, Instant at) {

    /** What happened. */
    public enum Kind {
        PROPOSED,
        ACCEPTED,
        RETURNED,
        ASSIGNED,
        CAUSE_FOUND,
        DUE_CHANGED,
        PROGRESS,
        VERIFIED,
        TOLD,
        CLOSED,
        REOPENED,
        VOIDED
    }

    /** One of the step's details, empty where it has none of that name. */
    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
