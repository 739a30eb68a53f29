package org.huiyin.replenishment;

import java.time.LocalDate;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Which orders a list shows. */
public record ReplenishmentFilter(
        String q,
        @Nullable ReplenishmentState state,
        boolean openOnly,
        boolean lateOnly,
        boolean urgentOnly,
        boolean topOnly,
        boolean outstandingOnly,
        @Nullable CustomerId customer,
        @Nullable PersonId proposedBy,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {

    public ReplenishmentFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static ReplenishmentFilter all() {
        return new ReplenishmentFilter("", null, false, false, false, false, false, null, null, null, null, 1, 50);
    }

    public static ReplenishmentFilter open() {
        return new ReplenishmentFilter("", null, true, false, false, false, false, null, null, null, null, 1, 500);
    }

    public ReplenishmentFilter words(String wanted) {
        return new ReplenishmentFilter(wanted, state, openOnly, lateOnly, urgentOnly, topOnly, outstandingOnly, customer, proposedBy, from, to, page, size);
    }

    public ReplenishmentFilter in(ReplenishmentState wanted) {
        return new ReplenishmentFilter(q, wanted, openOnly, lateOnly, urgentOnly, topOnly, outstandingOnly, customer, proposedBy, from, to, page, size);
    }

    public ReplenishmentFilter late() {
        return new ReplenishmentFilter(q, state, openOnly, true, urgentOnly, topOnly, outstandingOnly, customer, proposedBy, from, to, page, size);
    }

    public ReplenishmentFilter outstanding() {
        return new ReplenishmentFilter(q, state, openOnly, lateOnly, urgentOnly, topOnly, true, customer, proposedBy, from, to, page, size);
    }

    public ReplenishmentFilter of(CustomerId wanted) {
        return new ReplenishmentFilter(q, state, openOnly, lateOnly, urgentOnly, topOnly, outstandingOnly, wanted, proposedBy, from, to, page, size);
    }

    public ReplenishmentFilter onPage(int wanted, int rows) {
        return new ReplenishmentFilter(q, state, openOnly, lateOnly, urgentOnly, topOnly, outstandingOnly, customer, proposedBy, from, to, wanted, rows);
    }
}
