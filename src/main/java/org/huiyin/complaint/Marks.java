package org.huiyin.complaint;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Marks the defect on a picture: circles, boxes and arrows with notes, as a layer of data that can be redrawn; each version is kept. */
@Service
@Transactional
public class Marks {

    private static final int MOST = 40;
    private static final int LONGEST = 200;
    private static final int WHOLE = 1000;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Complaints complaints;
    private final Attachments attachments;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Marks(JdbcClient sql, JsonMapper json, Complaints complaints, Attachments attachments, People people, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.json = json;
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
        sql.sql("insert into complaint.mark (attachment_id, version, complaint_id, shapes, drawn_by, drawn_at) values (?,?,?,cast(? as jsonb),?,?)")
                .params(picture, last + 1, id.value(), json.writeValueAsString(shapes), actor.id().value(), Timestamp.from(clock.instant())).update();
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
        return sql.sql("select * from complaint.mark where attachment_id = ? order by version desc limit 1").param(picture)
                .query((row, n) -> new MarkView(picture, row.getInt("version"), List.of(json.readValue(row.getString("shapes"), MarkView.Shape[].class)),
                        new PersonId(row.getObject("drawn_by", UUID.class)), instant(row.getTimestamp("drawn_at"))))
                .optional();
    }

    private static Instant instant(Timestamp at) {
        return at.toInstant();
    }

    /** How many marks each picture of the complaint has. */
    @Transactional(readOnly = true)
    public Map<UUID, Integer> counts(ComplaintId id) {
        var counts = new HashMap<UUID, Integer>();
        sql.sql("select distinct on (attachment_id) attachment_id, jsonb_array_length(shapes) as n from complaint.mark where complaint_id = ? order by attachment_id, version desc")
                .param(id.value()).query(row -> {
                    counts.put(row.getObject("attachment_id", UUID.class), row.getInt("n"));
                });
        return counts;
    }
}
