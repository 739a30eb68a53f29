package org.huiyin.improvement.eightd;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An 8D as lists and its page show it.
 *
 * @param sources the complaints that it answers now
 * @param round 1, and one more for each reopening
 * @param standing the first required step that is not ended; null when it is closed
 * @param done the steps that are ended and were not reopened since
 * @param stageDue when the next stage of the profile falls due
 */
public record EightDView(
        EightDId id,
        String number,
        String title,
        @Nullable CustomerId customer,
        @Nullable String customerCode,
        @Nullable String customerName,
        @Nullable PersonId customerOwner,
        EightDDepth depth,
        boolean stubborn,
        @Nullable PersonId leader,
        List<SubjectRef> sources,
        int round,
        @Nullable EightDStep standing,
        Map<EightDStep, Done> done,
        @Nullable Instant stageDue,
        PersonId openedBy,
        Instant openedAt,
        UUID profileVersion,
        String clause,
        int version) {

    /** A step as it was ended: in which round, by whom, when, over which content. */
    public record Done(int round, PersonId by, Instant at, String contentHash) {}

    public EightDView {
        sources = List.copyOf(sources);
    }

    public boolean closed() {
        return standing == null;
    }

    public boolean done(EightDStep step) {
        return done.containsKey(step);
    }

    /** When it was closed, if it is. */
    public @Nullable Instant closedAt() {
        return closed() ? Objects.requireNonNull(done.get(EightDStep.D8)).at() : null;
    }

    /** The page below the company's address. */
    public String path() {
        return "eightds/" + number;
    }

    public boolean lateAt(Instant now) {
        return stageDue != null && now.isAfter(stageDue);
    }
}
