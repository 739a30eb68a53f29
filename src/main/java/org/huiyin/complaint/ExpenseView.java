package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** A cost that somebody typed on a complaint; the amount is above zero, also where it was recovered. */
public record ExpenseView(UUID id, ComplaintId complaint, ExpenseKind kind, BigDecimal amount, LocalDate day, String note, PersonId by, Instant at) {

    /** The amount as it counts: what was recovered is negative. */
    public BigDecimal counted() {
        return kind == ExpenseKind.RECOVERED ? amount.negate() : amount;
    }
}
