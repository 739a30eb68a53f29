package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.web.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inspection and test records by lot, found from each complaint about that lot without anybody linking them (004/5.5, 5.6). */
@Service
@Transactional
public class Inspections {

    private static final String RIGHT = "complaint.import";

    private final InspectionStore store;
    private final Procedures procedures;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inspections(InspectionStore store, Procedures procedures, Attachments attachments, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
    }

    /** Notes a record under an id of the form's, so that a form sent twice notes it once. */
    public InspectionView note(Actor actor, UUID id, NewInspection record, Requests.@Nullable Upload file) {
        actor.mustHave(RIGHT);
        var twin = store.find(id);
        if (twin.isPresent()) {
            return twin.get();
        }
        check(record);
        if (!store.insert(id, record, actor.id(), clock.instant())) {
            throw new BrokenRule("complaint.inspection.refused.there", record.lot(), record.day());
        }
        var made = store.find(id).orElseThrow();
        if (file != null) {
            attachments.store(actor, made.subject(), file.name(), file.content());
        }
        events.publishEvent(new Happening(made.subject(), "note", actor.id(), Map.of(), Map.of("lot", record.lot(), "part", record.part(), "source", record.source(),
                "result", record.result().name(), "day", record.day().toString()), clock.instant()));
        return made;
    }

    private void check(NewInspection r) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Map.of("source", r.source(), "lot", r.lot()).forEach((field, text) -> {
            if (text.isEmpty()) {
                problems.put(field, new Sentence("complaint.invalid.empty"));
            }
        });
        Map.of("source", 120, "part", 80, "partName", 200, "lot", 80, "document", 120, "inspector", 80, "note", 1000).forEach((field, most) -> {
            if (text(r, field).length() > most) {
                problems.put(field, new Sentence("complaint.invalid.longField", most));
            }
        });
        if (r.day().isAfter(procedures.today())) {
            problems.put("day", new Sentence("complaint.import.future", r.day()));
        }
        BigDecimal all = r.quantity();
        BigDecimal bad = r.defective();
        if (all != null && all.signum() < 0 || bad != null && bad.signum() < 0) {
            problems.put(all != null && all.signum() < 0 ? "quantity" : "defective", new Sentence("complaint.invalid.quantity"));
        } else if (all != null && bad != null && bad.compareTo(all) > 0) {
            problems.put("defective", new Sentence("complaint.inspection.invalid.defective", bad, all));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static String text(NewInspection r, String field) {
        return switch (field) {
            case "source" -> r.source();
            case "part" -> r.part();
            case "partName" -> r.partName();
            case "lot" -> r.lot();
            case "document" -> r.document();
            case "inspector" -> r.inspector();
            default -> r.note();
        };
    }

    /** The record was wrong; it stays, struck out. */
    public void strike(Actor actor, UUID id, String reason) {
        actor.mustHave(RIGHT);
        var r = store.find(id).orElseThrow(NotFound::new);
        if (r.struck() != null) {
            throw new BrokenRule("complaint.inspection.refused.struck");
        }
        if (reason.isBlank() || reason.strip().length() > 500) {
            throw new InvalidInput("reason", reason.isBlank() ? "complaint.invalid.empty" : "complaint.invalid.long", 500);
        }
        store.strike(id, reason.strip(), actor.id(), clock.instant());
        events.publishEvent(new Happening(r.subject(), "strike", actor.id(), Map.of(), Map.of("lot", r.record().lot(), "reason", reason.strip()), clock.instant()));
    }

    @Transactional(readOnly = true)
    public InspectionView get(Actor actor, UUID id) {
        actor.mustHave("complaint.read");
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The records of the lots that the complaint names. */
    @Transactional(readOnly = true)
    public List<InspectionView> of(ComplaintView k) {
        return k.lines().stream().filter(l -> !l.lot().isEmpty()).flatMap(l -> store.ofLot(l.lot(), l.part()).stream()).distinct().toList();
    }

    /** A page of the list, the latest first. */
    @Transactional(readOnly = true)
    public List<InspectionView> list(Actor actor, InspectionFilter filter) {
        actor.mustHave("complaint.read");
        return store.list(filter);
    }

    @Transactional(readOnly = true)
    public long count(Actor actor, InspectionFilter filter) {
        actor.mustHave("complaint.read");
        return store.count(filter);
    }

    /** All that the filter finds, for lists as files. */
    @Transactional(readOnly = true)
    public void each(Actor actor, InspectionFilter filter, Consumer<InspectionView> sink) {
        actor.mustHave("complaint.read");
        Paging.through(page -> store.list(new InspectionFilter(filter.q(), filter.kind(), filter.result(), page, Paging.LONGEST)), sink);
    }
}
