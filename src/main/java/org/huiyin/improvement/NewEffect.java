package org.huiyin.improvement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An effect that is to be watched from now on.
 *
 * @param number the number people cite of the record, such as KS-2026-0007
 * @param doers who did the work and so never judges its effect
 * @param since when the measures were in place; days and lots count from here
 */
public record NewEffect(
        SubjectRef subject,
        String number,
        Sentence title,
        String path,
        Set<ActionOrigin> origins,
        @Nullable CustomerId customer,
        Set<PersonId> doers,
        Instant since,
        UUID profileVersion,
        String clause) {

    public NewEffect {
        origins = Set.copyOf(origins);
        doers = Set.copyOf(doers);
    }
}
