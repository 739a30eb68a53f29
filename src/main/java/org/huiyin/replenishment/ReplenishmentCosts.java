package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.CostSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What replacements have cost: approved orders, on the day of their approval or of the release before it, while they hold. */
@Component
class ReplenishmentCosts implements CostSource {

    private final ReplenishmentStore store;

    ReplenishmentCosts(ReplenishmentStore store) {
        this.store = store;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> between(LocalDate from, LocalDate to) {
        return store.approved(from, to).stream().flatMap(ReplenishmentCosts::cost).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Cost> of(ComplaintId complaint) {
        return store.of(complaint).stream().flatMap(ReplenishmentCosts::cost).toList();
    }

    private static Stream<Cost> cost(ReplenishmentRow row) {
        return Optional.ofNullable(row.releasedOn() == null ? row.approvedOn() : row.releasedOn()).filter(day -> row.state().costs()).stream()
                .map(day -> new Cost(row.complaint(), Kind.REPLACEMENT, row.amount(), day, row.number(), "replenishments/" + row.number()));
    }
}
