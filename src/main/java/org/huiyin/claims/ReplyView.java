package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** What was said to a claim. @param amounts what was accepted of each currency */
public record ReplyView(UUID id, ClaimState verdict, String words, LocalDate day, Map<String, BigDecimal> amounts, Map<String, BigDecimal> here, PersonId by, Instant at) {

    public ReplyView {
        amounts = Map.copyOf(amounts);
        here = Map.copyOf(here);
    }
}
