package org.huiyin.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A special requirement of a customer (list MJ-QP-13-03); ended ones stay with the reason. */
public record RequirementView(
        UUID id,
        CustomerId customer,
        String customerCode,
        String customerName,
        String topic,
        String text,
        @Nullable String source,
        LocalDate since,
        PersonId notedBy,
        @Nullable Instant endedAt,
        @Nullable String endReason) {}
