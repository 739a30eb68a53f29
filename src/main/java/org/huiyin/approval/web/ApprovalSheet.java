package org.huiyin.approval.web;

import java.util.List;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.SignatureView;
import org.huiyin.kernel.PersonId;
import org.huiyin.records.AttachmentList;
import org.jspecify.annotations.Nullable;

/**
 * An approval as the page shows it to one person.
 *
 * @param mine the role for which she may decide now; null when it is not her turn
 * @param waiting how many approvals wait for her
 */
public record ApprovalSheet(
        ApprovalView view,
        String proposer,
        List<Line> chain,
        List<ApprovalContent.Line> content,
        @Nullable AttachmentList files,
        List<SignatureView> signatures,
        @Nullable String mine,
        boolean secondRole,
        boolean passwordNeeded,
        boolean withdrawable,
        int waiting,
        String roles) {

    /** A part of the route with names; nobody holds the role when holders is empty. */
    public record Line(ApprovalView.Part part, String role, String by, String onBehalfOf, String holders, boolean open, boolean me) {}

    static String name(java.util.Map<PersonId, String> names, @Nullable PersonId id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }
}
