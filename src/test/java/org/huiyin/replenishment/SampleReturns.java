package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.SubjectRef;
import org.springframework.stereotype.Component;

/** Returns of the tests: goods of a complaint that came back in parts, each with a number of its own. */
@Component
public class SampleReturns implements ReplenishmentSource {

    public static final String TYPE = "sampleReturn";

    private final Complaints complaints;
    private final Map<UUID, ComplaintId> known = new ConcurrentHashMap<>();

    SampleReturns(Complaints complaints) {
        this.complaints = complaints;
    }

    /** Another return of the complaint. */
    public SubjectRef of(ComplaintId complaint) {
        var id = Ids.next();
        known.put(id, complaint);
        return new SubjectRef(TYPE, id);
    }

    @Override
    public String subjectType() {
        return TYPE;
    }

    @Override
    public Optional<Line> find(Actor actor, UUID subject) {
        return Optional.ofNullable(known.get(subject)).flatMap(id -> complaints.find(actor, id)).map(k -> new Line("TH-" + subject.toString().substring(24), k.id(),
                k.customer(), k.who(), k.open(), List.of(new Item("KB-2071", "旋钮支架", new BigDecimal("200"), "件")), "complaints/" + k.number()));
    }

    @Override
    public Optional<UUID> byNumber(Actor actor, String number) {
        return known.keySet().stream().filter(id -> number.equals("TH-" + id.toString().substring(24))).findFirst();
    }
}
