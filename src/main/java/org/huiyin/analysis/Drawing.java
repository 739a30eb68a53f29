package org.huiyin.analysis;

import org.huiyin.campaign.RoundId;
import org.springframework.stereotype.Service;

/** Draws what follows from a signed round at once instead of by its job; what is drawn already stays. */
@Service
public class Drawing {

    private final Consequences consequences;

    Drawing(Consequences consequences) {
        this.consequences = consequences;
    }

    /** Draws now. */
    public void now(RoundId round) {
        consequences.handle(new ConsequenceOrder(round.value()));
    }
}
