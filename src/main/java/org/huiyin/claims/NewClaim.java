package org.huiyin.claims;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it is written down.
 *
 * @param source a return or another record from which it comes; its number stands beside it
 * @param reference which contract, agreement or clause of it
 * @param happenedOn the day of the loss
 * @param elsewhere whether the loss is counted already by another claim, a replacement or a rework of the same complaint, so that it
 *     does not count twice in the cost of complaints
 */
public record NewClaim(
        Direction direction,
        Party party,
        @Nullable ComplaintId complaint,
        @Nullable SubjectRef source,
        String sourceNumber,
        Basis basis,
        String reference,
        LocalDate happenedOn,
        String words,
        boolean elsewhere,
        @Nullable LocalDate replyBy,
        @Nullable LocalDate limitationOn,
        List<NewPosition> positions,
        List<Rate> rates) {

    public NewClaim {
        positions = List.copyOf(positions);
        rates = List.copyOf(rates);
    }
}
