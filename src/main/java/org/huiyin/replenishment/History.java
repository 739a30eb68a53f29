package org.huiyin.replenishment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Notes what happens to an order, in its own history and for the audit, and lets nobody overlook what somebody else did. */
@Component
class History {

    private final ReplenishmentStore store;
    private final People people;
    private final ApplicationEventPublisher events;

    History(ReplenishmentStore store, People people, ApplicationEventPublisher events) {
        this.store = store;
        this.people = people;
        this.events = events;
    }

    /** The one place where an order gets another state. */
    void become(ReplenishmentRow row, ReplenishmentState state, ReplenishmentStep step) {
        mustLead(row, state);
        store.become(row.id(), state, step.by(), step.at());
        note(row, step, Map.of());
    }

    /** What is noted without another state: the word that comes when the goods are already on their way. */
    void afterwards(ReplenishmentRow row, ReplenishmentStep step) {
        store.become(row.id(), row.state(), step.by(), step.at());
        note(row, step, Map.of());
    }

    void note(ReplenishmentRow row, ReplenishmentStep step, Map<String, Object> more) {
        store.step(row.id(), step);
        var after = new HashMap<String, Object>(more);
        if (step.day() != null) {
            after.put("day", step.day().toString());
        }
        if (!step.words().isEmpty()) {
            after.put("reason", step.words());
        }
        if (!step.deliveryNote().isEmpty()) {
            after.put("deliveryNote", step.deliveryNote());
        }
        events.publishEvent(new Happening(row.id().subject(), step.kind().name().toLowerCase(Locale.ROOT), step.by(), Map.of(), after, step.at()));
    }

    void mustLead(ReplenishmentRow row, ReplenishmentState next) {
        if (!row.state().leadsTo().contains(next)) {
            throw new BrokenRule("replenishment.refused.state", row.number(), new Sentence("replenishment.replenishmentState." + row.state().name().toLowerCase(Locale.ROOT)));
        }
    }

    void mustBeFresh(ReplenishmentRow row, int version, @Nullable NewReplenishment wanted) {
        if (row.version() != version) {
            throw new StaleRecord(people.names().getOrDefault(row.changedBy(), ""), row.changedAt(), row.version(), wanted == null ? List.of() : changes(row, wanted));
        }
    }

    private List<StaleRecord.Change> changes(ReplenishmentRow row, NewReplenishment wanted) {
        var changes = new ArrayList<StaleRecord.Change>();
        if (!row.reason().equals(wanted.reason())) {
            changes.add(StaleRecord.Change.of("reason", new Sentence("replenishment.reason"), row.reason(), wanted.reason()));
        }
        var day = day(row.wantedBy());
        if (!day.equals(day(wanted.wantedBy()))) {
            changes.add(StaleRecord.Change.of("wantedBy", new Sentence("replenishment.wantedBy"), day, day(wanted.wantedBy())));
        }
        var goods = goods(store.whole(row).again());
        if (!goods.equals(goods(wanted))) {
            changes.add(new StaleRecord.Change(new Sentence("replenishment.goods"), goods, goods(wanted)));
        }
        return changes;
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static String goods(NewReplenishment order) {
        return String.join("、", order.items().stream().map(i -> i.part() + " " + i.quantity().toPlainString() + " × " + i.price().toPlainString()).toList());
    }
}
