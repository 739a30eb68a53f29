package org.huiyin.improvement;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on an effect was signed; published inside the transaction.
 *
 * @param verdict what all verifiers together say; null while another one is asked for
 */
public record EffectSigned(EffectId effect, SubjectRef subject, int round, @Nullable Verdict verdict, String finding, PersonId by, Instant at) {}
