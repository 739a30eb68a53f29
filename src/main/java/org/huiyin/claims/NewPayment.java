package org.huiyin.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry in the books or an instalment; negative where an earlier one is taken back.
 *
 * @param id of the form's, so that a form sent twice is one payment
 * @param rate of the day, where the currency is not the company's
 * @param reason why more came in than was accepted, or why an entry is taken back
 */
public record NewPayment(UUID id, PaymentKind kind, LocalDate day, BigDecimal amount, String currency, @Nullable Rate rate, String voucher, String reason) {}
