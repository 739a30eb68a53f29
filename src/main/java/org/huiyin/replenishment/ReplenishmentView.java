package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * An order with its goods, the orders that were added up, and everything that happened to it.
 *
 * @param proposals each time that it was put before the approvers, the last one as it stands
 */
public record ReplenishmentView(ReplenishmentRow row, List<Proposed> proposals, List<ItemView> items, List<Counted> counted, List<ReplenishmentStep> steps,
        List<Release> releases) {

    public ReplenishmentView {
        proposals = List.copyOf(proposals);
        items = List.copyOf(items);
        counted = List.copyOf(counted);
        steps = List.copyOf(steps);
        releases = List.copyOf(releases);
    }

    /**
     * What was put before the approvers.
     *
     * @param limit from which sum on, that sum included, the general manager had to approve too
     * @param days how many days back orders were added up
     */
    public record Proposed(int round, BigDecimal amount, BigDecimal total, BigDecimal limit, int days, @Nullable UUID approval, String reason, PersonId by, Instant at) {}

    /**
     * That goods were let go before their approval, and why.
     *
     * @param due the day by which the approval was promised
     */
    public record Release(int round, String reason, LocalDate due, PersonId by, Instant at) {}

    /** The release of the proposal that stands. */
    public @Nullable Release release() {
        return releases.stream().filter(one -> one.round() == row.round()).findFirst().orElse(null);
    }

    /** The word that came after the release, yes or no. */
    public @Nullable ReplenishmentStep afterwards() {
        return release() == null ? null : steps.stream().filter(step -> step.round() == row.round())
                .filter(step -> step.kind() == ReplenishmentStep.Kind.APPROVED || step.kind() == ReplenishmentStep.Kind.REFUSED).findFirst().orElse(null);
    }

    public ReplenishmentId id() {
        return row.id();
    }

    public String number() {
        return row.number();
    }

    public ReplenishmentState state() {
        return row.state();
    }

    /** The proposal that stands. */
    public Proposed proposed() {
        return proposals.getLast();
    }

    /** As it would be proposed again without a change. */
    public NewReplenishment again() {
        return new NewReplenishment(row.source(), row.urgent(), row.wantedBy(), row.reason(), items.stream().map(ItemView::again).toList());
    }
}
