package org.huiyin.replenishment;

import java.time.Instant;
import java.time.LocalDate;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, and was never changed afterwards.
 *
 * @param round the proposal during which it happened
 * @param day the day it names: the planned one, that of the shipment, that of the arrival
 */
public record ReplenishmentStep(Kind kind, int round, @Nullable LocalDate day, String words, String deliveryNote, String carrier, PersonId by, Instant at) {

    /** What happened. */
    public enum Kind {
        PROPOSED, CHANGED, RELEASED, APPROVED, REFUSED, WITHDRAWN, SCHEDULED, SHIPPED, RECEIVED
    }

    static ReplenishmentStep of(Kind kind, int round, String words, PersonId by, Instant at) {
        return new ReplenishmentStep(kind, round, null, words, "", "", by, at);
    }

    static ReplenishmentStep on(Kind kind, int round, LocalDate day, String words, PersonId by, Instant at) {
        return new ReplenishmentStep(kind, round, day, words, "", "", by, at);
    }
}
