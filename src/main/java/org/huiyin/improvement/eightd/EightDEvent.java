package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.Map;
import org.huiyin.kernel.PersonId;

/** Something that happened to an 8D; evidence, never changed. */
public record EightDEvent(Kind kind, int round, String words, Map<String, String> details, PersonId by, Instant at) {

    /** What happened. */
    public enum Kind {
        OPENED,
        SOURCE_ADDED,
        SOURCE_REMOVED,
        REFERRED,
        LEADER,
        DEEPENED,
        STUBBORN,
        STEP_DONE,
        REOPENED,
        APPROVAL_ASKED,
        APPROVED,
        REFUSED
    }

    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
