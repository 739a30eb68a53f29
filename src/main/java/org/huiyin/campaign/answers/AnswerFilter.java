package org.huiyin.campaign.answers;

import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.jspecify.annotations.Nullable;

/** Which answers of a round are wanted, and which page of them; pages count from 1. */
public record AnswerFilter(
        String q,
        @Nullable Validity validity,
        @Nullable AnswerChannel channel,
        @Nullable Grade stratum,
        boolean lateOnly,
        boolean withComment,
        @Nullable CustomerId customer,
        int page,
        int size) {

    public static final AnswerFilter ALL = new AnswerFilter("", null, null, null, false, false, null, 1, 50);

    public AnswerFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static AnswerFilter of(Validity validity) {
        return new AnswerFilter("", validity, null, null, false, false, null, 1, 50);
    }

    public AnswerFilter page(int number, int rows) {
        return new AnswerFilter(q, validity, channel, stratum, lateOnly, withComment, customer, number, rows);
    }

    /** Whether anything is filtered out. */
    public boolean any() {
        return !q.isBlank() || validity != null || channel != null || stratum != null || lateOnly || withComment || customer != null;
    }

}
