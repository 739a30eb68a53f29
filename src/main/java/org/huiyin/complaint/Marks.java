package org.huiyin.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Marks the defect on a picture: circles, boxes and arrows with notes, as a layer of data that can be redrawn; each version is kept. */
@Service
@Transactional
public class Marks {

    private static final int MOST = 40;
    private static final int LONGEST = 200;
    private static final int WHOLE = 1000;

    private final MarkStore store;
    private final Complaints complaints;
    private final Attachments attachments;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Marks(MarkStore store, Complaints complaints, Attachments attachments, People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.complaints = complaints;
        this.attachments = attachments;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Draws the marks of a picture anew; refused when somebody else drew in between. */
    public void draw(Actor actor, ComplaintId id, UUID picture, List<MarkView.Shape> shapes, int version) {
        actor.mustHave("complaint.record");
        complaints.get(actor, id);
        if (attachments.of(id.subject()).stream().noneMatch(f -> f.id().equals(picture) && f.picture() && f.struck() == null)) {
            throw new NotFound();
        }
        check(shapes);
        var before = of(picture);
        int last = before.map(MarkView::version).orElse(0);
        if (last != version) {
            var other = before.orElseThrow();
            throw new StaleRecord(people.names().getOrDefault(other.by(), ""), other.at(), List.of());
        }
        if (before.map(MarkView::shapes).orElse(List.of()).equals(shapes)) {
            return;
        }
        store.add(id, picture, last + 1, shapes, actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), "mark", actor.id(), Map.of("marks", before.map(m -> m.shapes().size()).orElse(0)),
                Map.of("picture", picture.toString(), "marks", shapes.size()), clock.instant()));
    }

    private static void check(List<MarkView.Shape> shapes) {
        if (shapes.size() > MOST) {
            throw new InvalidInput("shapes", "complaint.invalid.marks", MOST);
        }
        for (var shape : shapes) {
            boolean inside = shape.x() >= 0 && shape.x() <= WHOLE && shape.y() >= 0 && shape.y() <= WHOLE && Math.abs(shape.w()) <= WHOLE && Math.abs(shape.h()) <= WHOLE;
            if (!inside || shape.note().length() > LONGEST) {
                throw new InvalidInput("shapes", "complaint.invalid.mark", LONGEST);
            }
        }
    }

    /** The marks of the picture as drawn last. */
    @Transactional(readOnly = true)
    public Optional<MarkView> of(UUID picture) {
        return store.of(picture);
    }

    /** How many marks each picture of the complaint has. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(ComplaintId id) {
        return store.counts(id);
    }
}
