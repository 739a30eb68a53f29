package org.huiyin.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise to be made.
 *
 * @param rule key below clock.rules of the profile; where the profile has none, that of OTHER counts
 * @param start the first receipt by anybody (D4), or what set this clock going
 * @param wish the customer's own date
 * @param agreed key of the more general rule: what was agreed with the customer about it goes before the rule of a class (D6)
 */
public record NewPromise(PromiseKind kind, String rule, Instant start, @Nullable CustomerDate wish, String clause, @Nullable String agreed) {

    public NewPromise(PromiseKind kind, String rule, Instant start, @Nullable CustomerDate wish, String clause) {
        this(kind, rule, start, wish, clause, null);
    }
}
