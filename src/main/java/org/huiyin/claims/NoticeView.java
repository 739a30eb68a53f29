package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A notice with its present wording.
 *
 * @param decision the decision on which it rests
 * @param wording 1, and one more for each change after an objection or before the approval
 * @param objectionDue until when the unit may object
 */
public record NoticeView(
        NoticeId id,
        String number,
        NoticeKind kind,
        UUID department,
        String unit,
        ComplaintId complaint,
        String complaintNumber,
        UUID decision,
        int wording,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable Integer points,
        String reason,
        NoticeState state,
        @Nullable UUID approval,
        @Nullable PersonId issuedBy,
        @Nullable Instant issuedAt,
        @Nullable Instant objectionDue,
        UUID profileVersion,
        String clause,
        PersonId proposedBy,
        Instant proposedAt,
        int version) {

    /** The amount as money; nothing for points. */
    public @Nullable Money money() {
        return amount == null ? null : Money.of(amount.toPlainString(), currency);
    }

    /** What it comes to, in words: an amount of money or points. */
    public Sentence weight() {
        var money = money();
        return money != null ? new Sentence("claims.notice.money", money) : new Sentence("claims.notice.points", points == null ? 0 : points);
    }

    public String path() {
        return Tellers.NOTICES + number;
    }

    NoticeText text() {
        return new NoticeText(amount, points, reason);
    }

    /** The hash of what is approved. */
    String hash() {
        return Hashes.of(String.join("\n", number, kind.name(), department.toString(), complaintNumber, decision.toString(), amount == null ? "" : amount.toPlainString(),
                currency, points == null ? "" : points.toString(), reason));
    }
}
