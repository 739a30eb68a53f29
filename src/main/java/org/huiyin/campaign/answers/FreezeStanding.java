package org.huiyin.campaign.answers;

import java.util.List;
import java.util.Set;
import org.huiyin.approval.SignatureView;
import org.huiyin.campaign.RoundView;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How far a round is from its freeze.
 *
 * @param hindrances what must be done before anybody signs
 * @param contentHash of the answers that count now
 * @param stale signatures over answers that have changed since; they count no more
 * @param freezes what was signed before, the youngest first
 * @param mayCorrect whether the procedure lets signed answers be gone through again
 */
public record FreezeStanding(
        RoundView round,
        AnswerCounts counts,
        List<Sentence> hindrances,
        List<Place> places,
        String contentHash,
        List<SignatureView> stale,
        List<FreezeView> freezes,
        @Nullable CorrectionView correction,
        boolean mayCorrect) {

    /** One of the signatures that are needed: by which roles, and who has given it. */
    public record Place(Set<String> roles, @Nullable SignatureView signature) {}

    public FreezeStanding {
        hindrances = List.copyOf(hindrances);
        places = List.copyOf(places);
        stale = List.copyOf(stale);
        freezes = List.copyOf(freezes);
    }

    /** Whether the answers stand as they were signed. */
    public boolean settled() {
        return !freezes.isEmpty() && correction == null;
    }
}
