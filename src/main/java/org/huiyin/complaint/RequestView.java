package org.huiyin.complaint;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is asked for on a complaint, with each step since.
 *
 * @param number that of the complaint and the place among its requests, such as KS-2026-0007-2
 * @param role the role whose holders are asked; null where a department or one person is
 */
public record RequestView(
        UUID id,
        String number,
        ComplaintId complaint,
        String complaintNumber,
        @Nullable String customerName,
        @Nullable String role,
        @Nullable UUID department,
        @Nullable String departmentName,
        @Nullable PersonId person,
        String question,
        Instant due,
        List<Sentence> reasons,
        String clause,
        PersonId askedBy,
        Instant askedAt,
        List<Step> steps) {

    /** What was given, sent back, received or taken back. */
    public record Step(RequestState state, String words, String document, String revision, @Nullable UUID file, @Nullable String fileName, PersonId by, Instant at) {}

    public RequestView {
        reasons = List.copyOf(reasons);
        steps = List.copyOf(steps);
    }

    public RequestState state() {
        return steps.isEmpty() ? RequestState.ASKED : steps.getLast().state();
    }

    /** When the unit gave what was kept in the end; late stays late. */
    public @Nullable Instant givenAt() {
        return state().open() ? null : steps.stream().filter(s -> s.state() == RequestState.ANSWERED).map(Step::at).reduce((a, b) -> b).orElse(null);
    }

    public SubjectRef subject() {
        return new SubjectRef("complaint.request", id);
    }

    public String path() {
        return "requests/" + number;
    }
}
