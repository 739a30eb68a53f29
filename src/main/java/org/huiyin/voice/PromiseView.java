package org.huiyin.voice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A promise as it stands.
 *
 * @param round 1, and one more each time the matter was reopened
 * @param due the deadline; while the promise is paused it moves on with each look
 * @param counted the rule that was counted; none for a customer's own date and for promises of the first release
 * @param replaced another promise took its place before it was kept, or the matter was withdrawn
 * @param lateSince since when the answer was late already when this promise took the place of another one
 * @param latest the newest of its kind; an earlier round stays beside it
 */
public record PromiseView(
        UUID id,
        VoiceId voice,
        PromiseKind kind,
        int round,
        String rule,
        Instant start,
        Deadline due,
        List<PauseView> pauses,
        @Nullable Instant keptAt,
        String clause,
        boolean replaced,
        Precedence.Source source,
        List<Rung> rungs,
        @Nullable ClockRule counted,
        boolean paused,
        @Nullable Instant lateSince,
        boolean latest,
        PersonId madeBy,
        Instant madeAt) {

    public PromiseView {
        pauses = List.copyOf(pauses);
        rungs = List.copyOf(rungs);
    }

    PromiseView withPauses(List<PauseView> stops) {
        return new PromiseView(id, voice, kind, round, rule, start, due, stops, keptAt, clause, replaced, source, rungs, counted, paused, lateSince, latest, madeBy, madeAt);
    }

    PromiseView withDue(Deadline deadline) {
        return new PromiseView(id, voice, kind, round, rule, start, deadline, pauses, keptAt, clause, replaced, source, rungs, counted, paused, lateSince, latest, madeBy, madeAt);
    }

    public boolean open() {
        return keptAt == null && !replaced;
    }

    /** Late at the instant; what was late once stays so, kept or not (decision D32). */
    public boolean late(Instant now) {
        return lateSince != null || (keptAt != null ? keptAt.isAfter(due.due()) : !paused && !replaced && now.isAfter(due.due()));
    }

    /** The instant from which the customer has been waiting too long, whichever promise that was. */
    public Instant countsDue() {
        return lateSince == null ? due.due() : lateSince;
    }
}
