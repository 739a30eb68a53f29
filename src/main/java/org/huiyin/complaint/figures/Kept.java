package org.huiyin.complaint.figures;

import org.huiyin.voice.PromiseKind;

/** How the promises of one kind were kept that fell due in the period, open and closed complaints alike (decision D32). */
public record Kept(PromiseKind kind, Count now, Count before) {

    /**
     * The figures of one period.
     *
     * @param openLate past due and still not kept
     * @param notDue open, due in the period, but not yet or paused; outside the rate
     */
    public record Count(long inTime, long keptLate, long openLate, long notDue) {

        static final Count NONE = new Count(0, 0, 0, 0);

        public long due() {
            return inTime + keptLate + openLate;
        }

        /** In time of due; nothing where nothing fell due. */
        public java.math.@org.jspecify.annotations.Nullable BigDecimal rate() {
            return due() == 0 ? null : Pareto.share(inTime, due());
        }
    }
}
