package org.huiyin.voice;

import java.time.LocalDate;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Which voices a list shows.
 *
 * @param dueFrom the first day on which an answer fell due; with dueTo the drill-down of the echo rate
 * @param promise which promise is looked at; voices without it are left out; none means the answer
 * @param owner who owes it: the clerk of the customer, else who received the words
 */
public record VoiceFilter(
        String q,
        @Nullable VoiceKind kind,
        @Nullable VoiceState state,
        boolean mine,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        @Nullable CustomerId customer,
        @Nullable PromiseKind promise,
        @Nullable PersonId owner,
        int page,
        int size) {

    public VoiceFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    /** A list of all customers by the promise of the answer. */
    public VoiceFilter(String q, @Nullable VoiceKind kind, @Nullable VoiceState state, boolean mine, @Nullable LocalDate dueFrom,
            @Nullable LocalDate dueTo, int page, int size) {
        this(q, kind, state, mine, dueFrom, dueTo, null, null, null, page, size);
    }

    public static VoiceFilter all() {
        return new VoiceFilter("", null, null, false, null, null, 1, 50);
    }

    public VoiceFilter in(@Nullable VoiceState wanted) {
        return new VoiceFilter(q, kind, wanted, mine, dueFrom, dueTo, customer, promise, owner, page, size);
    }

    public VoiceFilter onPage(int wanted, int rows) {
        return new VoiceFilter(q, kind, state, mine, dueFrom, dueTo, customer, promise, owner, wanted, rows);
    }
}
