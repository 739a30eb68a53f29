package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.util.List;
import org.huiyin.approval.ApprovalStep;

/**
 * The orders that decide with this one who must approve (decisions.md D15).
 *
 * @param counted the orders of the same return within the days of the profile
 * @param alike other orders of the same customer in those days, which are only pointed at
 */
public record AddedUp(BigDecimal amount, List<Counted> counted, List<Counted> alike, ReplenishmentSection rules) {

    public AddedUp {
        counted = List.copyOf(counted);
        alike = List.copyOf(alike);
    }

    /** What is compared with the limit. */
    public BigDecimal total() {
        return counted.stream().map(Counted::amount).reduce(amount, BigDecimal::add);
    }

    /** Whether the general manager approves too. */
    public boolean topToo() {
        return rules.reached(total());
    }

    /** Who approves, step by step; empty where the procedure asks nobody. */
    public List<ApprovalStep> route() {
        return rules.route(total());
    }

    /** Whether only the other orders lift it over the limit. */
    public boolean split() {
        return topToo() && !rules.reached(amount);
    }
}
