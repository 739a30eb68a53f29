package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.kernel.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What replacements have cost: approved orders, on the day of their approval or of the release before it, while they hold. */
@Component
class ReplenishmentCosts implements CostSource {

    private final ReplenishmentStore store;
    private final Complaints complaints;

    ReplenishmentCosts(ReplenishmentStore store, Complaints complaints) {
        this.store = store;
        this.complaints = complaints;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> between(Actor actor, LocalDate from, LocalDate to) {
        var approved = store.approved(from, to);
        var seen = complaints.seen(actor, approved.stream().map(ReplenishmentRow::complaint).collect(Collectors.toSet()));
        return approved.stream().filter(row -> seen.contains(row.complaint())).flatMap(ReplenishmentCosts::cost).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> of(Actor actor, ComplaintId complaint) {
        return !complaints.visible(actor, complaint) ? List.of() : store.of(complaint).stream().flatMap(ReplenishmentCosts::cost).toList();
    }

    private static Stream<Cost> cost(ReplenishmentRow row) {
        return Optional.ofNullable(row.releasedOn() == null ? row.approvedOn() : row.releasedOn()).filter(day -> row.state().costs()).stream()
                .map(day -> new Cost(row.complaint(), Kind.REPLACEMENT, row.amount(), day, row.number(), "replenishments/" + row.number()));
    }
}
