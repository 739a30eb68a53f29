package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An order as lists show it.
 *
 * @param goods the first part, and how many more there are
 * @param amount of this order; VAT included
 * @param total with the orders that were added up
 * @param topToo whether the general manager had to approve too
 * @param releasedOn the day on which it was released before its approval
 * @param approvalDue the day by which the approval was promised then
 * @param refusedOn the day on which the approval was refused after the release
 * @param proposedOn the day on which it was proposed, the last time
 */
public record ReplenishmentRow(
        ReplenishmentId id,
        String number,
        SubjectRef source,
        String sourceNumber,
        String sourcePath,
        ComplaintId complaint,
        String complaintNumber,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        String customerName,
        ReplenishmentState state,
        int round,
        boolean urgent,
        @Nullable LocalDate wantedBy,
        String reason,
        String goods,
        BigDecimal amount,
        BigDecimal total,
        boolean topToo,
        @Nullable UUID approval,
        @Nullable LocalDate approvedOn,
        @Nullable LocalDate scheduledFor,
        @Nullable LocalDate shippedOn,
        @Nullable LocalDate releasedOn,
        @Nullable LocalDate approvalDue,
        @Nullable LocalDate refusedOn,
        PersonId proposedBy,
        LocalDate proposedOn,
        Instant proposedAt,
        UUID profileVersion,
        String clause,
        int version,
        PersonId changedBy,
        Instant changedAt) {

    /** The day by which it should leave: the one the customer wants, else the one that was planned. */
    public @Nullable LocalDate due() {
        return wantedBy != null ? wantedBy : scheduledFor;
    }

    /** Whether it should have left, or left too late; that stays true for ever. */
    public boolean late(LocalDate today) {
        var due = due();
        if (due == null || state == ReplenishmentState.REFUSED || state == ReplenishmentState.WITHDRAWN) {
            return false;
        }
        return (shippedOn == null ? today : shippedOn).isAfter(due);
    }

    /** Whether it was released and nobody has said yes or no since. */
    public boolean outstanding() {
        return releasedOn != null && approvedOn == null && refusedOn == null && state != ReplenishmentState.WITHDRAWN;
    }

    /** Whether the approval of a released order is overdue, or came too late; that stays true for ever. */
    public boolean approvalLate(LocalDate today) {
        if (approvalDue == null || state == ReplenishmentState.WITHDRAWN) {
            return false;
        }
        var decided = approvedOn == null ? refusedOn : approvedOn;
        return (decided == null ? today : decided).isAfter(approvalDue);
    }

    /** Whether planning put it behind the day that the customer wants. */
    public boolean plannedLate() {
        return wantedBy != null && scheduledFor != null && scheduledFor.isAfter(wantedBy);
    }
}
