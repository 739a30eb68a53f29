package org.huiyin.replenishment;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.springframework.stereotype.Component;

/** Goods may be replaced for a complaint, too, where nothing comes back (001/5.2.2.4, 5.3.4). */
@Component
class ComplaintAsSource implements ReplenishmentSource {

    static final String COMPLAINT = "complaint";

    private final Complaints complaints;

    ComplaintAsSource(Complaints complaints) {
        this.complaints = complaints;
    }

    @Override
    public String subjectType() {
        return COMPLAINT;
    }

    @Override
    public Optional<Line> find(Actor actor, UUID subject) {
        return complaints.find(actor, new ComplaintId(subject)).map(ComplaintAsSource::line);
    }

    @Override
    public Optional<UUID> byNumber(Actor actor, String number) {
        return complaints.find(actor, number.toUpperCase(Locale.ROOT)).map(k -> k.id().value());
    }

    private static Line line(ComplaintView k) {
        List<Item> items = k.lines().stream().filter(l -> !l.part().isEmpty()).map(l -> new Item(l.part(), l.partName(), l.quantity(), l.unit())).toList();
        return new Line(k.number(), k.id(), k.customer(), k.who(), k.open(), items, "complaints/" + k.number());
    }
}
