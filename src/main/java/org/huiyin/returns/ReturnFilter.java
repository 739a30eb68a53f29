package org.huiyin.returns;

import java.time.LocalDate;
import java.util.Set;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Which returns a list shows, and which page of them.
 *
 * @param q words that stand in number, part, lot, serial number, customer or the complaint's number
 * @param alert whether only those whose rework endangers the date of being back (001/3.6)
 * @param from the first day of registration
 */
public record ReturnFilter(
        String q,
        Set<ReturnStage> stages,
        @Nullable ReturnKind kind,
        @Nullable Verdict verdict,
        @Nullable Disposition disposition,
        @Nullable CustomerId customer,
        @Nullable ComplaintId complaint,
        boolean openOnly,
        boolean lateOnly,
        boolean alert,
        boolean untold,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int page,
        int size) {

    public ReturnFilter {
        stages = Set.copyOf(stages);
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static ReturnFilter all() {
        return new ReturnFilter("", Set.of(), null, null, null, null, null, false, false, false, false, null, null, 1, 50);
    }

    public static ReturnFilter open() {
        return new ReturnFilter("", Set.of(), null, null, null, null, null, true, false, false, false, null, null, 1, 500);
    }

    public ReturnFilter of(CustomerId wanted) {
        return new ReturnFilter(q, stages, kind, verdict, disposition, wanted, complaint, openOnly, lateOnly, alert, untold, from, to, page, size);
    }

    public ReturnFilter of(ComplaintId wanted) {
        return new ReturnFilter(q, stages, kind, verdict, disposition, customer, wanted, openOnly, lateOnly, alert, untold, from, to, page, size);
    }

    public ReturnFilter in(ReturnStage wanted) {
        return new ReturnFilter(q, Set.of(wanted), kind, verdict, disposition, customer, complaint, openOnly, lateOnly, alert, untold, from, to, page, size);
    }

    /** The open ones of these, what must be back first standing first. */
    public ReturnFilter unfinished() {
        return new ReturnFilter(q, stages, kind, verdict, disposition, customer, complaint, true, lateOnly, alert, untold, from, to, page, size);
    }

    public ReturnFilter words(String wanted) {
        return new ReturnFilter(wanted, stages, kind, verdict, disposition, customer, complaint, openOnly, lateOnly, alert, untold, from, to, page, size);
    }

    public ReturnFilter late() {
        return new ReturnFilter(q, stages, kind, verdict, disposition, customer, complaint, openOnly, true, alert, untold, from, to, page, size);
    }

    public ReturnFilter alerts() {
        return new ReturnFilter(q, stages, kind, verdict, disposition, customer, complaint, openOnly, lateOnly, true, untold, from, to, page, size);
    }

    public ReturnFilter onPage(int wanted, int rows) {
        return new ReturnFilter(q, stages, kind, verdict, disposition, customer, complaint, openOnly, lateOnly, alert, untold, from, to, wanted, rows);
    }
}
