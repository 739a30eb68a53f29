package org.huiyin.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/** An approval with its route and everything that has been decided. */
public record ApprovalView(
        UUID id,
        SubjectRef subject,
        Sentence title,
        String path,
        @Nullable Money amount,
        String contentHash,
        UUID profileVersion,
        String clause,
        PersonId proposer,
        Instant proposedAt,
        List<Part> parts,
        @Nullable Withdrawal withdrawal) {

    /** One role's part in a step, and what it decided. */
    public record Part(int step, String role, @Nullable Decision decision) {}

    /** A decision; on behalf of somebody where the role was lent. */
    public record Decision(
            boolean approved, String reason, PersonId by, @Nullable PersonId onBehalfOf, SignatureId signature, Instant at) {}

    /** Taken back by the proposer. */
    public record Withdrawal(String reason, PersonId by, Instant at) {}

    public ApprovalState state() {
        if (withdrawal != null) {
            return ApprovalState.WITHDRAWN;
        }
        if (parts.stream().anyMatch(part -> part.decision() != null && !part.decision().approved())) {
            return ApprovalState.REFUSED;
        }
        return parts.stream().allMatch(part -> part.decision() != null) ? ApprovalState.APPROVED : ApprovalState.PENDING;
    }

    /** The parts whose turn it is. */
    public List<Part> open() {
        if (state().over()) {
            return List.of();
        }
        var step = currentStep();
        return parts.stream().filter(part -> part.step() == step && part.decision() == null).toList();
    }

    /** The step whose turn it is, or the last one. */
    public int currentStep() {
        return parts.stream()
                .filter(part -> part.decision() == null)
                .mapToInt(Part::step)
                .min()
                .orElse(parts.getLast().step());
    }

    /** The roles whose turn it is. */
    public Set<String> waitingFor() {
        return open().stream().map(Part::role).collect(Collectors.toSet());
    }

    /** When it came to the step where it stands now. */
    public Instant waitingSince() {
        var step = currentStep();
        return parts.stream()
                .filter(part -> part.step() < step)
                .flatMap(part -> Optional.ofNullable(part.decision()).stream())
                .map(Decision::at)
                .max(Instant::compareTo)
                .orElse(proposedAt);
    }

    /** Whether the person has decided a part already. */
    public boolean decidedBy(PersonId person) {
        return parts.stream().anyMatch(part -> part.decision() != null && part.decision().by().equals(person));
    }
}
