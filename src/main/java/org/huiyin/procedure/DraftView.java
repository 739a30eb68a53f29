package org.huiyin.procedure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** The next version of the profile while it is being written, handed in or refused. */
public record DraftView(
        UUID id,
        ProfileVersion basedOn,
        DraftState state,
        ProfileContent content,
        int version,
        PersonId openedBy,
        Instant openedAt,
        List<DraftEdit> edits,
        @Nullable Submission submission,
        @Nullable Decision lastDecision) {

    public DraftView {
        edits = List.copyOf(edits);
    }

    public boolean editable() {
        return state == DraftState.EDITING || state == DraftState.REFUSED;
    }
}
