package org.huiyin.improvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is proposed to a department (001/5.4.6.1).
 *
 * @param source the answer, round or complaint that asks for it
 * @param items the survey's items it concerns, in words (D33)
 * @param due when it shall be closed; without it the profile's number of days counts
 */
public record NewAction(
        Set<ActionOrigin> origins,
        @Nullable CustomerId customer,
        SubjectRef source,
        Sentence problem,
        List<String> items,
        @Nullable UUID department,
        @Nullable PersonId owner,
        @Nullable LocalDate due,
        UUID profileVersion,
        String clause) {

    public NewAction {
        origins = Set.copyOf(origins);
        items = List.copyOf(items);
    }

    /** An action with one origin. */
    public NewAction(ActionOrigin origin, @Nullable CustomerId customer, SubjectRef source, Sentence problem, List<String> items,
            @Nullable UUID department, @Nullable PersonId owner, @Nullable LocalDate due, UUID profileVersion, String clause) {
        this(Set.of(origin), customer, source, problem, items, department, owner, due, profileVersion, clause);
    }

    /** An action whose problem a person wrote down. */
    public NewAction(ActionOrigin origin, @Nullable CustomerId customer, SubjectRef source, String problem, List<String> items,
            @Nullable UUID department, @Nullable PersonId owner, @Nullable LocalDate due, UUID profileVersion, String clause) {
        this(Set.of(origin), customer, source, new Sentence("web.verbatim", problem.strip()), items, department, owner, due, profileVersion, clause);
    }
}
