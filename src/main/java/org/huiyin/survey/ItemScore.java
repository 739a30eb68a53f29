package org.huiyin.survey;

import java.math.BigDecimal;
import org.huiyin.kernel.Score;
import org.jspecify.annotations.Nullable;

/**
 * What one item earned: points out of its weight, the same as a score of 100, and the degree they stand for; points,
 * score and degree are missing where the item was not answered (001/5.4.3.3).
 */
public record ItemScore(
        ItemAnswer answer,
        BigDecimal weight,
        @Nullable BigDecimal points,
        @Nullable Score score,
        @Nullable String degree) {

    public String item() {
        return answer.item();
    }
}
