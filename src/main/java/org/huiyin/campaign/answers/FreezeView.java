package org.huiyin.campaign.answers;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.campaign.RoundId;

/** The counted answers of a round as they were signed; the number rises with each correction (001/5.4.3.1). */
public record FreezeView(
        UUID id, RoundId round, int number, String contentHash, int received, int counted, int ruledOut, int late,
        List<UUID> signatures, Instant at) {

    public FreezeView {
        signatures = List.copyOf(signatures);
    }
}
