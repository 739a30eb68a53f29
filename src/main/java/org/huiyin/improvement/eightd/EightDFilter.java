package org.huiyin.improvement.eightd;

import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Which 8Ds a list shows. */
public record EightDFilter(
        String q,
        @Nullable EightDStep standing,
        boolean openOnly,
        boolean lateOnly,
        @Nullable EightDDepth depth,
        @Nullable PersonId leader,
        @Nullable CustomerId customer,
        int page,
        int size) {

    public EightDFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static EightDFilter all() {
        return new EightDFilter("", null, false, false, null, null, null, 1, 50);
    }

    public static EightDFilter open() {
        return new EightDFilter("", null, true, false, null, null, null, 1, 500);
    }

    public static EightDFilter late() {
        return new EightDFilter("", null, true, true, null, null, null, 1, 500);
    }

    public EightDFilter onPage(int wanted, int rows) {
        return new EightDFilter(q, standing, openOnly, lateOnly, depth, leader, customer, wanted, rows);
    }
}
