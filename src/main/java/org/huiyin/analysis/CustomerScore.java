package org.huiyin.analysis;

import java.math.BigDecimal;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** A customer's score in a round with its band (001/5.4.4, 5.4.5); the edge badge says that it lies on a limit. */
public record CustomerScore(
        CustomerId customer,
        String code,
        String name,
        String stratum,
        @Nullable String segment,
        @Nullable String region,
        @Nullable BigDecimal score,
        int answers,
        @Nullable String band,
        boolean onEdge,
        int lowItems) {}
