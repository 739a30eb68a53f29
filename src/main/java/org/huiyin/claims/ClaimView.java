package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A claim with its positions and what has become of it. Loss, claimed, accepted, booked and recovered are in the company's currency.
 *
 * @param complaintNumber the complaint from which it comes, where there is one
 * @param accepted nothing while nobody has answered
 * @param recovered what came in; for a customer's claim what we paid
 */
public record ClaimView(
        ClaimId id,
        String number,
        Direction direction,
        Party party,
        @Nullable ComplaintId complaint,
        @Nullable String complaintNumber,
        @Nullable SubjectRef source,
        String sourceNumber,
        Basis basis,
        String reference,
        LocalDate happenedOn,
        String words,
        boolean elsewhere,
        @Nullable LocalDate replyBy,
        @Nullable LocalDate limitationOn,
        String currency,
        ClaimState state,
        @Nullable LocalDate sentOn,
        @Nullable LocalDate repliedOn,
        @Nullable Instant endedAt,
        BigDecimal loss,
        BigDecimal claimed,
        @Nullable BigDecimal accepted,
        BigDecimal booked,
        BigDecimal recovered,
        UUID profileVersion,
        String clause,
        PersonId createdBy,
        Instant createdAt,
        int version,
        List<PositionView> positions,
        List<Rate> rates) {

    public ClaimView {
        positions = List.copyOf(positions);
        rates = List.copyOf(rates);
    }

    public boolean byUs() {
        return direction == Direction.BY_US;
    }

    /** What remains with us: the loss less what was recovered; of a customer's claim what was accepted. */
    public BigDecimal netLoss() {
        var agreed = accepted == null ? BigDecimal.ZERO.setScale(2) : accepted;
        return byUs() ? loss.subtract(recovered) : agreed;
    }

    /** What of the accepted amount has not come in. */
    public BigDecimal outstanding() {
        var agreed = accepted == null ? BigDecimal.ZERO.setScale(2) : accepted;
        return agreed.subtract(recovered).max(BigDecimal.ZERO.setScale(2));
    }

    /** What is claimed in each currency. */
    public Map<String, BigDecimal> claimedBy() {
        return new LinkedHashMap<>(Figures.claimed(positions));
    }

    /** The day that comes next while it is open: the reply's, else that on which it lapses. */
    public @Nullable LocalDate nextDay() {
        if (!state.open()) {
            return null;
        }
        var waits = (state == ClaimState.SENT || state == ClaimState.DRAFT) && replyBy != null;
        return waits && (limitationOn == null || replyBy.isBefore(limitationOn)) ? replyBy : limitationOn;
    }

    public boolean lateOn(LocalDate day) {
        var next = nextDay();
        return next != null && day.isAfter(next);
    }

    ClaimView with(List<PositionView> itsPositions, List<Rate> itsRates) {
        return new ClaimView(id, number, direction, party, complaint, complaintNumber, source, sourceNumber, basis, reference, happenedOn, words, elsewhere,
                replyBy, limitationOn, currency, state, sentOn, repliedOn, endedAt, loss, claimed, accepted, booked, recovered, profileVersion, clause, createdBy,
                createdAt, version, itsPositions, itsRates);
    }
}
