package org.huiyin.claims.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.approval.ApprovalView;
import org.huiyin.claims.ClaimEvent;
import org.huiyin.claims.DecisionView;
import org.huiyin.claims.NoticeView;
import org.huiyin.claims.ObjectionView;
import org.huiyin.claims.Wording;
import org.huiyin.kernel.PersonId;
import org.huiyin.records.AttachmentList;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of one notice shows, and what its reader may do.
 *
 * @param rests whether the decision behind it is still the latest one
 */
public record NoticeStory(
        NoticeView notice,
        @Nullable DecisionView decision,
        boolean rests,
        @Nullable ApprovalView approval,
        Map<String, String> roles,
        List<Wording> wordings,
        List<ObjectionView> objections,
        Map<PersonId, Instant> receipts,
        List<ClaimEvent> events,
        AttachmentList files,
        Map<PersonId, String> names,
        boolean seesClaims,
        String clause,
        May may) {

    /** What the reader may do now. */
    public record May(boolean propose, boolean read, boolean object, boolean answer, boolean cancel) {}

    public String name(@Nullable PersonId person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}
