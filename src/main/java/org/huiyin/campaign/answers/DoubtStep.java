package org.huiyin.campaign.answers;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A step of an answer's doubt history: a flag with its rule, or a decision with its verdict.
 *
 * @param by nobody where a rule of the procedure raised the flag
 */
public record DoubtStep(
        @Nullable DoubtRule rule, @Nullable Verdict verdict, Sentence why, @Nullable PersonId by, Instant at) {}
