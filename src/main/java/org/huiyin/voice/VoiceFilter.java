package org.huiyin.voice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which voices a list shows.
 *
 * @param dueFrom the first day on which an answer fell due; with dueTo the drill-down of the echo rate
 */
public record VoiceFilter(
        String q,
        @Nullable VoiceKind kind,
        @Nullable VoiceState state,
        boolean mine,
        @Nullable LocalDate dueFrom,
        @Nullable LocalDate dueTo,
        int page,
        int size) {

    public VoiceFilter {
        page = Math.max(1, page);
        size = Math.clamp(size, 1, 500);
    }

    public static VoiceFilter all() {
        return new VoiceFilter("", null, null, false, null, null, 1, 50);
    }

    public VoiceFilter in(@Nullable VoiceState wanted) {
        return new VoiceFilter(q, kind, wanted, mine, dueFrom, dueTo, page, size);
    }

    public VoiceFilter onPage(int wanted, int rows) {
        return new VoiceFilter(q, kind, state, mine, dueFrom, dueTo, wanted, rows);
    }
}
