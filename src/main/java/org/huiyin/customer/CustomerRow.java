package org.huiyin.customer;

import java.time.LocalDate;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A customer as the customer list shows it (001/5.1.3.2). */
public record CustomerRow(
        CustomerId id,
        String code,
        String name,
        @Nullable String shortName,
        Grade grade,
        @Nullable String orgType,
        @Nullable String orgSize,
        @Nullable String productType,
        @Nullable String segment,
        @Nullable String region,
        @Nullable PersonId owner,
        @Nullable LocalDate partnerSince,
        int contacts,
        int missing,
        boolean noted,
        boolean active) {}
