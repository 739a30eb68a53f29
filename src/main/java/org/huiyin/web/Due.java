package org.huiyin.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** How a promise stands: when it ends, how much is left, and whether it was kept. Late stays late (DESIGN.md 4). */
public record Due(State state, String when, String left, int percent) {

    /** Running, due today, past, kept in time, kept too late. */
    public enum State {
        RUNNING, TODAY, LATE, KEPT, WAS_LATE;

        public boolean over() {
            return this == KEPT || this == WAS_LATE;
        }

        /** The colour class of the clock. */
        public String tone() {
            return switch (this) {
                case RUNNING -> "";
                case TODAY -> "warn";
                case KEPT -> "ok";
                case LATE, WAS_LATE -> "bad";
            };
        }
    }

    /**
     * Explains a date: its days, one sentence for each step of the reckoning, the clause it rests on; where they are known, what
     * began the time, which sources could have decided, and when the clock stood still.
     */
    public record Why(List<Day> days, List<Sentence> reasons, @Nullable String clause, @Nullable Sentence start, List<Source> ladder, List<Sentence> pauses) {
        public Why {
            days = List.copyOf(days);
            reasons = List.copyOf(reasons);
            ladder = List.copyOf(ladder);
            pauses = List.copyOf(pauses);
        }

        public Why(List<Day> days, List<Sentence> reasons, @Nullable String clause) {
            this(days, reasons, clause, null, List.of(), List.of());
        }
    }

    /** One source that could have decided: what it is called, what it said, and whether it won. */
    public record Source(Sentence name, Sentence says, boolean won) {}

    /** A day of the strip; kind is "", "off", "hit" (counted), "end", or "gap" for days that are left out; mark: a word below. */
    public record Day(LocalDate date, Sentence word, String kind, @Nullable Sentence mark) {

        public Day(LocalDate date, Sentence word, String kind) {
            this(date, word, kind, null);
        }
    }

    /**
     * One of the promises of a case, as every page draws it.
     *
     * @param lateSince since when it was late already when it took the place of another promise
     * @param round 1, more after the case was opened again
     */
    public record Promise(String id, Sentence name, Instant at, Instant since, @Nullable Instant done, boolean paused, boolean replaced,
            @Nullable Instant lateSince, int round, boolean latest, Why why) {}

    static Due standing(Words words, Instant at, Instant since, @Nullable Instant done) {
        if (done != null) {
            boolean kept = !done.isAfter(at);
            return new Due(kept ? State.KEPT : State.WAS_LATE, words.moment(done),
                    kept ? words.t("web.due.kept") : words.t("web.due.was_late", span(words, at, done)), 100);
        }
        Instant now = words.now();
        if (now.isAfter(at)) {
            return new Due(State.LATE, words.deadline(at), words.t("web.due.late", span(words, at, now)), 100);
        }
        // A day that ends at 24:00 belongs to the day that ends, not to the one that begins.
        LocalDate last = words.at(at.minusNanos(1)).toLocalDate();
        long days = ChronoUnit.DAYS.between(words.today(), last);
        return new Due(days == 0 ? State.TODAY : State.RUNNING, words.deadline(at), left(words, now, at, days),
                share(since, now, at));
    }

    private static String left(Words words, Instant now, Instant at, long days) {
        return switch ((int) days) {
            case 0 -> words.t("web.due.left", hours(Duration.between(now, at)));
            case 1 -> words.t("web.tomorrow");
            default -> words.t("web.due.left", words.t("web.due.days", days));
        };
    }

    private static String span(Words words, Instant from, Instant to) {
        long days = ChronoUnit.DAYS.between(words.at(from.minusNanos(1)).toLocalDate(), words.at(to).toLocalDate());
        return days == 0 ? hours(Duration.between(from, to)) : words.t("web.due.days", days);
    }

    private static String hours(Duration span) {
        return span.toHours() + ":" + (span.toMinutesPart() < 10 ? "0" : "") + span.toMinutesPart();
    }

    private static int share(Instant since, Instant now, Instant at) {
        long whole = Math.max(1, Duration.between(since, at).toSeconds());
        return (int) Math.clamp(100 * Duration.between(now, at).toSeconds() / whole, 2L, 100L);
    }
}
