package org.huiyin.improvement.eightd;

import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An 8D as it is opened.
 *
 * @param sources the complaints it answers; none for a problem found inside
 * @param leader who leads it; without one, whoever opens it names one later
 */
public record NewEightD(
        Set<SubjectRef> sources,
        @Nullable CustomerId customer,
        String title,
        EightDDepth depth,
        @Nullable PersonId leader,
        UUID profileVersion,
        String clause) {

    public NewEightD {
        sources = Set.copyOf(sources);
    }
}
