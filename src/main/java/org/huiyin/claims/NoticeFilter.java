package org.huiyin.claims;

import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.jspecify.annotations.Nullable;

/** Which notices a list shows and which page of them. */
public record NoticeFilter(String q, @Nullable NoticeKind kind, @Nullable NoticeState state, @Nullable UUID department, @Nullable ComplaintId complaint, int page,
        int size) {

    public NoticeFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static NoticeFilter all() {
        return new NoticeFilter("", null, null, null, null, 1, 50);
    }

    public NoticeFilter of(ComplaintId wanted) {
        return new NoticeFilter(q, kind, state, department, wanted, page, size);
    }

    public NoticeFilter in(NoticeState wanted) {
        return new NoticeFilter(q, kind, wanted, department, complaint, page, size);
    }

    public NoticeFilter onPage(int wanted, int rows) {
        return new NoticeFilter(q, kind, state, department, complaint, wanted, rows);
    }
}
