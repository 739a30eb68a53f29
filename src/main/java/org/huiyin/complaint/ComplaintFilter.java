package org.huiyin.complaint;

import java.time.LocalDate;
import java.util.Set;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which complaints a list shows, in which order, which page of them.
 *
 * @param from the first day of receipt
 * @param owner of the customer or of the work
 * @param measures what figures counted, all of them at once
 * @param kept by a promise that fell due in the days; the days are then those of the promise and not of the receipt
 * @param word a keyword of the text
 */
public record ComplaintFilter(
        String q,
        @Nullable FeedbackKind kind,
        @Nullable Phase phase,
        @Nullable Standing standing,
        @Nullable TriageClass triage,
        boolean openOnly,
        boolean lateOnly,
        boolean safetyOnly,
        boolean stubbornOnly,
        @Nullable CustomerId customer,
        @Nullable String segment,
        @Nullable String part,
        @Nullable String defect,
        @Nullable PersonId owner,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Sort sort,
        int page,
        int size,
        Set<Measure> measures,
        @Nullable KeptPick kept,
        @Nullable String word) {

    /** The orders in which a list may stand; open matters of safety stand before everything else in each. */
    public enum Sort {
        RECEIVED,
        DUE
    }

    public ComplaintFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
        measures = Set.copyOf(measures);
    }

    /** The same without what figures and keywords choose by. */
    public ComplaintFilter(String q, @Nullable FeedbackKind kind, @Nullable Phase phase, @Nullable Standing standing, @Nullable TriageClass triage, boolean openOnly,
            boolean lateOnly, boolean safetyOnly, boolean stubbornOnly, @Nullable CustomerId customer, @Nullable String segment, @Nullable String part,
            @Nullable String defect, @Nullable PersonId owner, @Nullable LocalDate from, @Nullable LocalDate to, Sort sort, int page, int size) {
        this(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to, sort, page, size,
                Set.of(), null, null);
    }

    public static ComplaintFilter all() {
        return new ComplaintFilter("", null, null, null, null, false, false, false, false, null, null, null, null, null, null, null, Sort.RECEIVED, 1, 50);
    }

    /** What is open, what is due first standing first. */
    public static ComplaintFilter open() {
        return new ComplaintFilter("", null, null, null, null, true, false, false, false, null, null, null, null, null, null, null, Sort.DUE, 1, 500);
    }

    public ComplaintFilter of(CustomerId wanted) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, wanted, segment, part, defect, owner, from, to,
                sort, page, size, measures, kept, word);
    }

    public ComplaintFilter in(@Nullable Standing wanted) {
        return new ComplaintFilter(q, kind, phase, wanted, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                sort, page, size, measures, kept, word);
    }

    public ComplaintFilter words(String wanted) {
        return new ComplaintFilter(wanted, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner,
                from, to, sort, page, size, measures, kept, word);
    }

    public ComplaintFilter late() {
        return new ComplaintFilter(q, kind, phase, standing, triage, true, true, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                Sort.DUE, page, size, measures, kept, word);
    }

    public ComplaintFilter received(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, first,
                last, sort, page, size, measures, kept, word);
    }

    public ComplaintFilter about(@Nullable String wantedPart, @Nullable String wantedDefect) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, wantedPart, wantedDefect,
                owner, from, to, sort, page, size, measures, kept, word);
    }

    public ComplaintFilter onPage(int wanted, int rows) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from,
                to, sort, wanted, rows, measures, kept, word);
    }

    public ComplaintFilter inSegment(@Nullable String wanted) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, wanted, part, defect, owner, from, to,
                sort, page, size, measures, kept, word);
    }

    public ComplaintFilter counting(Set<Measure> wanted) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                sort, page, size, wanted, kept, word);
    }

    public ComplaintFilter counting(Measure wanted) {
        return counting(Set.of(wanted));
    }

    public ComplaintFilter promised(@Nullable KeptPick wanted) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                sort, page, size, measures, wanted, word);
    }

    public ComplaintFilter withWord(@Nullable String wanted) {
        return new ComplaintFilter(q, kind, phase, standing, triage, openOnly, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                sort, page, size, measures, kept, wanted);
    }

    /** The open ones among them, what is due first standing first. */
    public ComplaintFilter unfinished() {
        return new ComplaintFilter(q, kind, phase, standing, triage, true, lateOnly, safetyOnly, stubbornOnly, customer, segment, part, defect, owner, from, to,
                Sort.DUE, 1, size, measures, kept, word);
    }
}
