package org.huiyin.claims;

import java.time.LocalDate;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** Which claims a list shows and which page of them. @param lateOnly whose next day has passed */
public record ClaimFilter(
        String q,
        @Nullable Direction direction,
        @Nullable ClaimState state,
        @Nullable PartyKind party,
        boolean openOnly,
        boolean lateOnly,
        @Nullable ComplaintId complaint,
        @Nullable CustomerId customer,
        @Nullable SubjectRef source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {

    public ClaimFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static ClaimFilter all() {
        return new ClaimFilter("", null, null, null, false, false, null, null, null, null, null, 1, 50);
    }

    public ClaimFilter open() {
        return new ClaimFilter(q, direction, state, party, true, lateOnly, complaint, customer, source, from, to, page, size);
    }

    public ClaimFilter late() {
        return new ClaimFilter(q, direction, state, party, true, true, complaint, customer, source, from, to, page, size);
    }

    public ClaimFilter words(String wanted) {
        return new ClaimFilter(wanted, direction, state, party, openOnly, lateOnly, complaint, customer, source, from, to, page, size);
    }

    public ClaimFilter of(ComplaintId wanted) {
        return new ClaimFilter(q, direction, state, party, openOnly, lateOnly, wanted, customer, source, from, to, page, size);
    }

    public ClaimFilter of(CustomerId wanted) {
        return new ClaimFilter(q, direction, state, party, openOnly, lateOnly, complaint, wanted, source, from, to, page, size);
    }

    public ClaimFilter from(SubjectRef wanted) {
        return new ClaimFilter(q, direction, state, party, openOnly, lateOnly, complaint, customer, wanted, from, to, page, size);
    }

    public ClaimFilter onPage(int wanted, int rows) {
        return new ClaimFilter(q, direction, state, party, openOnly, lateOnly, complaint, customer, source, from, to, wanted, rows);
    }
}
