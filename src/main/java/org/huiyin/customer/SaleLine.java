package org.huiyin.customer;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a customer bought in a month.
 *
 * @param base how the figure was taken, such as invoiced net of VAT and credit notes (D12)
 */
public record SaleLine(CustomerId customer, YearMonth month, BigDecimal amount, String currency, @Nullable String base) {}
