package org.huiyin.sheets;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure with the currency that stood beside it, if any. */
public record Amount(BigDecimal value, @Nullable String currency) {

    public Optional<String> statedCurrency() {
        return Optional.ofNullable(currency);
    }
}
