package org.huiyin.customer.web;

import java.util.Arrays;
import java.util.UUID;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The filters of the customer list as they stand in the address; what makes no sense is left out. */
public record ListQuery(
        @Nullable String q, @Nullable String grade, @Nullable String segment, @Nullable String region, @Nullable String owner,
        @Nullable String state, @Nullable String sort, @Nullable Integer page, @Nullable Integer size) {

    CustomerFilter filter() {
        return new CustomerFilter(
                q == null ? "" : q.strip(),
                Arrays.stream(Grade.values()).filter(g -> g.name().equals(grade)).findFirst().orElse(null),
                filled(segment),
                filled(region),
                person(),
                "incomplete".equals(state),
                "contact".equals(state),
                "inactive".equals(state),
                Arrays.stream(CustomerFilter.Sort.values()).filter(s -> s.name().equalsIgnoreCase(sort)).findFirst().orElse(CustomerFilter.Sort.CODE),
                page == null ? 1 : page,
                size == null ? 50 : size);
    }

    boolean narrowed() {
        return filled(q) != null || filled(grade) != null || filled(segment) != null || filled(region) != null || filled(owner) != null
                || filled(state) != null;
    }

    private @Nullable PersonId person() {
        var id = filled(owner);
        return id == null || !id.matches("[0-9a-f-]{36}") ? null : new PersonId(UUID.fromString(id));
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
