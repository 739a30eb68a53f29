package org.huiyin.claims;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.PersonId;

/**
 * A decision on who bears a loss; the one with the highest round is the latest.
 *
 * @param contested whether it is the latest and a unit's objection waits for its answer, so that it is not in force
 */
public record DecisionView(UUID id, ComplaintId complaint, String complaintNumber, int round, List<ShareView> shares, String reason, String evidence, PersonId by,
        Instant at, boolean contested) {

    public DecisionView {
        shares = List.copyOf(shares);
    }

    /** Whether the unit bears a share. */
    public boolean bears(UUID department) {
        return shares.stream().anyMatch(s -> department.equals(s.department()));
    }

    DecisionView with(List<ShareView> itsShares) {
        return new DecisionView(id, complaint, complaintNumber, round, itsShares, reason, evidence, by, at, contested);
    }
}
