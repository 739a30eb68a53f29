package org.huiyin.voice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promise to be made.
 *
 * @param rule key below clock.rules of the profile; where the profile has none, that of OTHER counts
 * @param start the first receipt by anybody (D4), or what set this clock going
 * @param wish the customer's own date
 */
public record NewPromise(PromiseKind kind, String rule, Instant start, @Nullable CustomerDate wish, String clause) {}
