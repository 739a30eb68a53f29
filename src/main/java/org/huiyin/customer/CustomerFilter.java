package org.huiyin.customer;

import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Which customers a list shows, in which order, which page of them. */
public record CustomerFilter(
        String q,
        @Nullable Grade grade,
        @Nullable String segment,
        @Nullable String region,
        @Nullable PersonId owner,
        boolean incomplete,
        boolean withoutContact,
        boolean inactive,
        Sort sort,
        int page,
        int size) {

    /** The orders in which a list may stand. */
    public enum Sort { CODE, NAME, GRADE, SINCE, CHANGED }

    public CustomerFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    /** All active customers by number. */
    public static CustomerFilter all() {
        return new CustomerFilter("", null, null, null, null, false, false, false, Sort.CODE, 1, 50);
    }

    /** The active customers that the words find. */
    public static CustomerFilter of(String q) {
        return new CustomerFilter(q, null, null, null, null, false, false, false, Sort.CODE, 1, 50);
    }

    public CustomerFilter withGrade(@Nullable Grade wanted) {
        return new CustomerFilter(q, wanted, segment, region, owner, incomplete, withoutContact, inactive, sort, page, size);
    }

    public CustomerFilter withSort(Sort wanted) {
        return new CustomerFilter(q, grade, segment, region, owner, incomplete, withoutContact, inactive, wanted, page, size);
    }

    public CustomerFilter onPage(int wanted, int rows) {
        return new CustomerFilter(q, grade, segment, region, owner, incomplete, withoutContact, inactive, sort, wanted, rows);
    }

    public CustomerFilter onlyIncomplete() {
        return new CustomerFilter(q, grade, segment, region, owner, true, withoutContact, inactive, sort, page, size);
    }
}
