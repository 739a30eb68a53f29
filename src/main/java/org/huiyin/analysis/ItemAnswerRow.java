package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** What one customer said of one item, with the number of the answer it stands in. */
public record ItemAnswerRow(
        UUID answer,
        String number,
        CustomerId customer,
        String code,
        String name,
        String stratum,
        String channel,
        String degree,
        @Nullable String comment,
        @Nullable BigDecimal score) {}
