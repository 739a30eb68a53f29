package org.huiyin.improvement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.approval.ApprovalView;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A comprehensive improvement plan with the actions that it collects (001/5.4.6.3).
 *
 * @param approval the last approval that was asked for; null before the first, and where the procedure asks nobody
 * @param since what is other than what was last put before the approvers
 */
public record PlanView(UUID id, String number, String title, String opinion, PersonId madeBy, Instant madeAt, UUID profileVersion, int version,
        List<ActionView> actions, PlanState state, @Nullable ApprovalView approval, List<Sentence> since) {

    public PlanView {
        actions = List.copyOf(actions);
        since = List.copyOf(since);
    }

    public SubjectRef subject() {
        return new SubjectRef(Plans.SUBJECT, id);
    }

    /** Why it was sent back; empty while it was not. */
    public String reason() {
        return approval == null || state != PlanState.SENT_BACK ? "" : approval.parts().stream()
                .map(ApprovalView.Part::decision).filter(d -> d != null && !d.approved()).map(d -> d.reason()).findFirst().orElse("");
    }

    /** Who sent it back; null while nobody has. */
    public @Nullable PersonId sentBackBy() {
        return approval == null ? null : approval.parts().stream()
                .map(ApprovalView.Part::decision).filter(d -> d != null && !d.approved()).map(d -> d.by()).findFirst().orElse(null);
    }
}
