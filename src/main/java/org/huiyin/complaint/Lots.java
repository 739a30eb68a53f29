package org.huiyin.complaint;

import java.util.Comparator;
import java.util.List;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lots and what is known of each: inspections, shipments, complaints, their 8Ds, and what modules above add (004/5.5, 5.6). */
@Service
@Transactional(readOnly = true)
public class Lots {

    private static final String READ = "complaint.read";

    private final LotStore store;
    private final InspectionStore inspections;
    private final ComplaintStore complaints;
    private final Complaints face;
    private final EightDs eightDs;
    private final ObjectProvider<LotTrace> traces;

    Lots(LotStore store, InspectionStore inspections, ComplaintStore complaints, Complaints face, EightDs eightDs, ObjectProvider<LotTrace> traces) {
        this.store = store;
        this.inspections = inspections;
        this.complaints = complaints;
        this.face = face;
        this.eightDs = eightDs;
        this.traces = traces;
    }

    /** Lots that begin like that, or all of the part; without words those that were complained about or inspected lately. */
    public List<LotRow> search(Actor actor, String q, int page, int size) {
        actor.mustHave(READ);
        return store.search(q, (Math.max(1, page) - 1) * size, size);
    }

    /** All that is known of the lot; of one part where several have a lot of that name. */
    public LotView trace(Actor actor, String lot, String part) {
        actor.mustHave(READ);
        var about = store.complaints(lot, part).stream().flatMap(id -> complaints.find(new ComplaintId(id)).stream()).filter(k -> face.sees(actor, k))
                .sorted(Comparator.comparing(ComplaintView::receivedAt)).toList();
        List<EightDView> answers = !actor.may("action.read") ? List.of() : about.stream().flatMap(k -> eightDs.about(k.id().subject()).stream()).distinct().toList();
        return new LotView(lot, part, store.exactly(lot), inspections.ofLot(lot, part), store.shipments(actor, lot, part), about, answers,
                traces.orderedStream().flatMap(t -> t.of(actor, lot, part).stream()).toList());
    }
}
