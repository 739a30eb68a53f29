package org.huiyin.claims;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a notice says: an amount in the company's currency or points, one of the two, and why. */
public record NoticeText(@Nullable BigDecimal amount, @Nullable Integer points, String reason) {

    public static NoticeText amount(String amount, String reason) {
        return new NoticeText(new BigDecimal(amount), null, reason);
    }

    public static NoticeText points(int points, String reason) {
        return new NoticeText(null, points, reason);
    }
}
