package org.huiyin.complaint;

import java.time.Instant;
import java.util.Map;
import org.huiyin.kernel.PersonId;

/** A fact with its time, who brought it about, in which round, and what belongs to it. */
public record FactView(int round, Fact fact, Instant at, PersonId by, Map<String, String> details) {

    public FactView {
        details = Map.copyOf(details);
    }

    public String detail(String name) {
        return details.getOrDefault(name, "");
    }
}
