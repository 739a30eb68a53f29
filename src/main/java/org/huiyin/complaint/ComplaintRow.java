package org.huiyin.complaint;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the register shows it (MJ-QP-12-05).
 *
 * @param firsts when each fact of the present round came about the first time
 */
public record ComplaintRow(ComplaintView complaint, Map<Fact, Instant> firsts) {

    public ComplaintRow {
        firsts = Map.copyOf(firsts);
    }

    public @Nullable Instant at(Fact fact) {
        return firsts.get(fact);
    }

    /** When the customer had an answer that keeps the promise, an interim one included (D5). */
    public @Nullable Instant answeredAt() {
        Instant interim = at(Fact.ANSWERED_INTERIM);
        Instant last = at(Fact.ANSWERED_FINAL);
        return interim == null || last != null && last.isBefore(interim) ? last : interim;
    }
}
