package org.huiyin.voice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many customers got their answer in time: voices answered in time of all voices whose answer fell due in the period;
 * late ones and open ones that are not yet due stand beside it and are never mixed in (decision D32).
 */
public record EchoRate(LocalDate from, LocalDate to, Count all, Map<VoiceKind, Count> byKind) {

    /**
     * The figures of one kind or of all.
     *
     * @param inTime answered at the due instant or before
     * @param answeredLate answered after it
     * @param openLate past due without an answer
     * @param openNotDue heard, unanswered, not yet due; outside the rate
     * @param ahead answered before a due instant that is still to come; enters the rate when that has come
     */
    public record Count(int inTime, int answeredLate, int openLate, int openNotDue, int ahead) {

        static final Count NONE = new Count(0, 0, 0, 0, 0);

        /** Everything that fell due. */
        public int due() {
            return inTime + answeredLate + openLate;
        }

        /** In time of due; nothing where nothing fell due. */
        public @Nullable BigDecimal rate() {
            return share(inTime);
        }

        /** Answered at all, late ones included. */
        public @Nullable BigDecimal answeredShare() {
            return share(inTime + answeredLate);
        }

        private @Nullable BigDecimal share(int part) {
            return due() == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(due()), MathContext.DECIMAL64);
        }

        Count plus(Count other) {
            return new Count(inTime + other.inTime, answeredLate + other.answeredLate, openLate + other.openLate,
                    openNotDue + other.openNotDue, ahead + other.ahead);
        }
    }

    public EchoRate {
        Map<VoiceKind, Count> copy = new EnumMap<>(VoiceKind.class);
        copy.putAll(byKind);
        byKind = Collections.unmodifiableMap(copy);
    }
}
