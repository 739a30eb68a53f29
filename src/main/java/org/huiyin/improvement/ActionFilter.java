package org.huiyin.improvement;

import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Which actions a list shows. */
public record ActionFilter(
        String q,
        @Nullable ActionState state,
        boolean openOnly,
        boolean lateOnly,
        @Nullable ActionOrigin origin,
        @Nullable UUID department,
        @Nullable PersonId owner,
        @Nullable PersonId proposedBy,
        @Nullable CustomerId customer,
        int page,
        int size) {

    public ActionFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static ActionFilter all() {
        return new ActionFilter("", null, false, false, null, null, null, null, null, 1, 50);
    }

    public static ActionFilter open() {
        return new ActionFilter("", null, true, false, null, null, null, null, null, 1, 500);
    }

    /** Those that the person handed out. */
    public ActionFilter handedOutBy(PersonId person) {
        return new ActionFilter(q, state, openOnly, lateOnly, origin, department, owner, person, customer, page, size);
    }

    public ActionFilter ofCustomer(CustomerId wanted) {
        return new ActionFilter(q, state, openOnly, lateOnly, origin, department, owner, proposedBy, wanted, page, size);
    }

    public ActionFilter onPage(int wanted, int rows) {
        return new ActionFilter(q, state, openOnly, lateOnly, origin, department, owner, proposedBy, customer, wanted, rows);
    }
}
