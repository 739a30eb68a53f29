package org.huiyin.approval;

import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * What is to be approved, by whom, and why.
 *
 * @param path where the record can be read, below the company's address
 * @param contentHash hash of exactly what is approved; the approvers sign it
 * @param profileVersion the procedure profile whose route this is
 * @param clause the clause that asks for the approval
 */
public record ApprovalRequest(
        SubjectRef subject,
        Sentence title,
        String path,
        List<ApprovalStep> route,
        @Nullable Money amount,
        String contentHash,
        UUID profileVersion,
        String clause) {

    public ApprovalRequest {
        route = List.copyOf(route);
    }
}
