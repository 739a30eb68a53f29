package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** An entry in the books or an instalment. @param here the amount in the company's currency */
public record PaymentView(UUID id, PaymentKind kind, LocalDate day, BigDecimal amount, String currency, @Nullable Rate rate, BigDecimal here, String voucher,
        String reason, PersonId by, Instant at) {}
