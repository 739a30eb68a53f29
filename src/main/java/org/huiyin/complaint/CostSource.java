package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.Actor;

/**
 * What complaints have cost, as a module above knows it: replacements, rework and scrap, claims. Each such module has a bean
 * of it; all amounts are in the company's currency. Who may not see a complaint learns nothing of its costs ({@link Complaints#seen}).
 */
public interface CostSource {

    /** The costs of the complaints that the actor may see, whose day lies in the span, both days included. */
    List<Cost> between(Actor actor, LocalDate from, LocalDate to);

    /** All costs of one complaint, oldest first; none where the actor may not see it. */
    List<Cost> of(Actor actor, ComplaintId complaint);

    /**
     * One cost.
     *
     * @param amount in the company's currency; what was recovered is negative
     * @param day the day on which it arose or was booked
     * @param number the number of the record that proves it
     * @param path where that record can be read, below the company's address
     */
    record Cost(ComplaintId complaint, Kind kind, BigDecimal amount, LocalDate day, String number, String path) {}

    /** What the money went for. */
    enum Kind {
        REPLACEMENT, REWORK, SCRAP, FREIGHT, CLAIMED, RECOVERED, OTHER
    }
}
