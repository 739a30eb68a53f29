package org.huiyin.returns;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.replenishment.ReplenishmentSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a replacement order which returned goods it replaces: those decided so, or all of them while nothing is decided (001/5.3.4). */
@Component
class ReturnReplaced implements ReplenishmentSource {

    private final ReturnStore store;
    private final Handling handling;

    ReturnReplaced(ReturnStore store, Handling handling) {
        this.store = store;
        this.handling = handling;
    }

    @Override
    public String subjectType() {
        return ReturnId.TYPE;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Line> find(Actor actor, UUID subject) {
        return store.find(new ReturnId(subject)).filter(r -> actor.may("return.read") && handling.sees(actor, r)).map(ReturnReplaced::line);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> byNumber(Actor actor, String number) {
        return store.find(number.strip().toUpperCase(Locale.ROOT)).filter(r -> actor.may("return.read") && handling.sees(actor, r)).map(r -> r.id().value());
    }

    private static Line line(ReturnView r) {
        return new Line(r.number(), r.complaint(), r.customer(), r.customerName(), r.stage().open(), items(r), Handling.path(r));
    }

    private static List<Item> items(ReturnView r) {
        var replaced = r.lines().stream().filter(l -> l.disposed(Disposition.REPLACE).signum() > 0)
                .map(l -> new Item(l.part(), l.partName(), l.disposed(Disposition.REPLACE), l.unit())).toList();
        return !replaced.isEmpty() || r.lines().stream().anyMatch(l -> l.decision() != null) ? replaced
                : r.lines().stream().map(l -> new Item(l.part(), l.partName(), l.count() == null ? l.stated() : l.counted(), l.unit())).toList();
    }
}
