package org.huiyin.improvement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A round of watching an effect with the verdicts given.
 *
 * @param round 1, and one more for each reopening
 * @param asked the origins whose verifier must judge
 * @param end that it was ended before anybody judged, and why; a later classification begins another round
 * @param failure that the same defect came back on the same part, which no verdict outweighs (T-REOPEN)
 */
public record EffectView(
        EffectId id,
        SubjectRef subject,
        int round,
        String number,
        Sentence title,
        String path,
        Set<String> asked,
        @Nullable CustomerId customer,
        @Nullable String customerName,
        @Nullable PersonId customerOwner,
        Set<PersonId> doers,
        Instant since,
        int days,
        int lots,
        int maximumDays,
        UUID profileVersion,
        String clause,
        PersonId plannedBy,
        Instant plannedAt,
        List<Given> given,
        @Nullable Failure failure,
        @Nullable End end) {

    /** A verdict as it was signed, with the figures that stood there and what the records had drafted. */
    public record Given(String origin, Verdict verdict, @Nullable Verdict draft, int days, int lots, List<String> recurrences, String finding, String reason,
            UUID signature, PersonId by, Instant at) {}

    /** The repetition that failed the watch without anybody's signature. */
    public record Failure(String number, String path, Instant at, Instant notedAt) {}

    /** Why there is nothing to watch any more. */
    public record End(Sentence reason, PersonId by, Instant at) {}

    public EffectView {
        asked = Set.copyOf(asked);
        given = List.copyOf(given);
    }

    /** Whether it is watched still: neither judged nor ended. */
    public boolean running() {
        return end == null && verdict() == null;
    }

    /** What all verifiers and the records together say; null while a verifier is missing. The worst word counts. */
    public @Nullable Verdict verdict() {
        if (failure != null || given.stream().anyMatch(g -> g.verdict() == Verdict.NOT_EFFECTIVE)) {
            return Verdict.NOT_EFFECTIVE;
        }
        if (!given.stream().map(Given::origin).collect(java.util.stream.Collectors.toSet()).containsAll(asked)) {
            return null;
        }
        return given.stream().anyMatch(g -> g.verdict() == Verdict.NOT_ASSESSABLE) ? Verdict.NOT_ASSESSABLE : Verdict.EFFECTIVE;
    }
}
