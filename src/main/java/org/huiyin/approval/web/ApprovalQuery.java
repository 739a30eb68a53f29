package org.huiyin.approval.web;

import java.util.Locale;
import org.huiyin.approval.ApprovalFilter;
import org.huiyin.approval.ApprovalState;
import org.jspecify.annotations.Nullable;

/** The filter of the list as the address carries it. */
public record ApprovalQuery(@Nullable String show, @Nullable String state, @Nullable String q) {

    ApprovalFilter filter() {
        var whose = pick(ApprovalFilter.Whose.class, show);
        return new ApprovalFilter(
                whose == null ? ApprovalFilter.Whose.WAITING : whose, pick(ApprovalState.class, state), q == null ? "" : q);
    }

    private static <E extends Enum<E>> @Nullable E pick(Class<E> type, @Nullable String text) {
        for (E one : type.getEnumConstants()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) {
                return one;
            }
        }
        return null;
    }
}
