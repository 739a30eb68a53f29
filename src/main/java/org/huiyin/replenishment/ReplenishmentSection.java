package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.approval.ApprovalStep;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What the procedure says of replacement orders (001/5.3.4; decisions.md D15).
 *
 * @param approvers who approves every order, step by step
 * @param gmFrom from which sum on, that sum included, more must approve
 * @param cumulateDays how many calendar days back the orders of the same return are added up, that day included
 * @param gmRoles who approves too from that sum on
 * @param releases who may release an urgent order before its approval; nobody where none is named
 * @param releaseDays within how many working days the approval must follow then
 */
public record ReplenishmentSection(List<Step> approvers, BigDecimal gmFrom, int cumulateDays, List<String> gmRoles, List<String> releases, @Nullable Integer releaseDays) {

    private static final int TWO_DAYS = 2;

    /** A step of the route: all of these roles, in any order. */
    public record Step(List<String> roles) {}

    /** A profile that is older than the settings has the general manager there, and lets nobody release. */
    public ReplenishmentSection(@Nullable List<Step> approvers, BigDecimal gmFrom, int cumulateDays, @Nullable List<String> gmRoles, @Nullable List<String> releases,
            @Nullable Integer releaseDays) {
        this.approvers = Objects.requireNonNullElse(approvers, List.of());
        this.gmFrom = gmFrom;
        this.cumulateDays = cumulateDays;
        this.gmRoles = Objects.requireNonNullElse(gmRoles, List.of("TOP"));
        this.releases = Objects.requireNonNullElse(releases, List.of());
        this.releaseDays = releaseDays;
    }

    /** Within how many working days the approval of a released order must follow. */
    int approvalDays() {
        return releaseDays == null ? TWO_DAYS : releaseDays;
    }

    /** Whether the sum reaches the limit; exactly the limit does. */
    boolean reached(BigDecimal sum) {
        return sum.compareTo(gmFrom) >= 0;
    }

    List<ApprovalStep> route(BigDecimal sum) {
        var route = new ArrayList<ApprovalStep>();
        approvers.stream().filter(step -> !step.roles().isEmpty()).forEach(step -> route.add(new ApprovalStep(Set.copyOf(step.roles()))));
        if (reached(sum) && !gmRoles.isEmpty()) {
            route.add(new ApprovalStep(Set.copyOf(gmRoles)));
        }
        return route;
    }

    List<Sentence> contradictions() {
        return Stream.of(approvers.stream().allMatch(step -> step.roles().isEmpty()) ? new Sentence("replenishment.check.nobody") : null,
                gmRoles.isEmpty() ? new Sentence("replenishment.check.noLimit", gmFrom) : null).filter(Objects::nonNull).toList();
    }
}
