package org.huiyin.analysis;

import java.util.List;
import java.util.Set;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.survey.TriggerRule.Cause;

/** What the procedure asked for because of a customer's answers, and the action or voice that came of it (001/5.4.6.1). */
public record Consequence(CustomerId customer, Kind kind, List<String> items, Set<Cause> causes, SubjectRef target) {

    /**
     * A complaint, a corrective action from the total, a follow-up from one item, a comment that wants an answer, or an item of a rolling
     * survey for the departments' quarterly meeting (001/5.4.6.4).
     */
    public enum Kind {
        COMPLAINT,
        CORRECTIVE,
        FOLLOW_UP,
        COMMENT,
        AGENDA
    }
}
