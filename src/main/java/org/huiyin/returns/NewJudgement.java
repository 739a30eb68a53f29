package org.huiyin.returns;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/**
 * What quality says of a line, by quantity.
 *
 * @param tested how it was tested, where no trouble was found (IATF16949:2016/10.2.6)
 * @param agreement the reference of the warranty agreement, where no trouble was found (IATF16949:2016/10.2.5)
 */
public record NewJudgement(UUID line, Map<Verdict, BigDecimal> shares, String words, String tested, String agreement) {

    public NewJudgement {
        shares = Map.copyOf(shares);
        words = words.strip();
        tested = tested.strip();
        agreement = agreement.strip();
    }
}
