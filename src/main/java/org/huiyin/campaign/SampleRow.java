package org.huiyin.campaign;

import java.time.LocalDate;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A customer in the sample of a round, asked or not.
 *
 * @param position the place in the order in which customers of the class are due
 * @param proposed whether the rule itself had chosen it
 * @param contacts how many people there may be asked
 */
public record SampleRow(
        CustomerId customer,
        String code,
        String name,
        String stratum,
        Grade grade,
        int position,
        boolean chosen,
        boolean proposed,
        Origin origin,
        Sentence reason,
        @Nullable LocalDate lastAnswered,
        int recentComplaints,
        int contacts) {

    /** How the customer came to be asked or not. */
    public enum Origin { PROPOSED, SWAPPED, ADDED, REMOVED, INELIGIBLE }
}
