package org.huiyin.organization;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for a person, as the desk shows it.
 *
 * @param kind what sort of work, such as {@code approval}; the desk groups by it
 * @param customer the customer's name, where one is concerned
 * @param number the document number that people cite
 * @param path the page below {@code /c/COMPANY/} on which the work is done
 * @param due when it is due; null for work without a promise
 * @param why how the date came about, a sentence for each step
 * @param clause the clause that demands it
 * @param people whose work it is
 * @param customerWaits whether a customer waits for it
 * @param since when its time began to run, for the promise clock and the strip of days; null where nobody can say
 */
public record WorkItem(
        String kind,
        Sentence title,
        @Nullable String customer,
        @Nullable String number,
        String path,
        @Nullable Instant due,
        List<Sentence> why,
        @Nullable String clause,
        Set<PersonId> people,
        boolean customerWaits,
        @Nullable Instant since) {

    public WorkItem {
        why = List.copyOf(why);
        people = Set.copyOf(people);
    }

    /** Work of which nobody can say when its time began. */
    public WorkItem(String kind, Sentence title, @Nullable String customer, @Nullable String number, String path, @Nullable Instant due,
            List<Sentence> why, @Nullable String clause, Set<PersonId> people, boolean customerWaits) {
        this(kind, title, customer, number, path, due, why, clause, people, customerWaits, null);
    }

    /** The same work, its time running since that instant. */
    public WorkItem running(@Nullable Instant from) {
        return new WorkItem(kind, title, customer, number, path, due, why, clause, people, customerWaits, from);
    }
}
