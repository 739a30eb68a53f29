package org.huiyin.complaint;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was shipped, by part, lot and day: what rates and effects are reckoned from (IATF 9.1.2.1). */
@Service
@Transactional
public class Shipments {

    private final CatalogueStore parts;
    private final JdbcClient sql;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shipments(CatalogueStore parts, JdbcClient sql, ApplicationEventPublisher events, Clock clock) {
        this.parts = parts;
        this.sql = sql;
        this.events = events;
        this.clock = clock;
    }

    /** One lot of a part that left on a day; the same one twice is one. */
    public record Shipment(@Nullable CustomerId customer, String part, String partName, String lot, LocalDate on, BigDecimal quantity, String unit, String note) {}

    /** Notes shipments; parts and lots become known by them. */
    public void note(Actor actor, List<Shipment> shipments) {
        actor.mustHave(Imports.RIGHT);
        shipments.forEach(shipment -> add(actor.id(), shipment));
        events.publishEvent(new Happening(new SubjectRef("shipments", Ids.next()), "note", actor.id(), Map.of(), Map.of("count", shipments.size()), clock.instant()));
    }

    /** Records the shipment as a list gives it, in the place of what was recorded of it before. */
    UUID take(PersonId by, Shipment s) {
        sql.sql("""
                delete from complaint.shipment where part_key = :part and lot_key = :lot and shipped_on = :on and customer_id is not distinct from cast(:customer as uuid)
                  and note = :note""")
                .param("part", Names.key(s.part())).param("lot", Names.key(s.lot())).param("on", s.on())
                .param("customer", s.customer() == null ? null : s.customer().value(), Types.OTHER).param("note", s.note()).update();
        return add(by, s);
    }

    UUID add(PersonId by, Shipment s) {
        parts.learn(s.part(), s.partName(), s.unit(), s.lot());
        var id = Ids.next();
        sql.sql("""
                insert into complaint.shipment (id, customer_id, part_key, lot_key, shipped_on, quantity, unit, note, imported_by, imported_at)
                values (:id, :customer, :part, :lot, :on, :quantity, :unit, :note, :by, :now) on conflict do nothing""")
                .param("id", id).param("customer", s.customer() == null ? null : s.customer().value(), Types.OTHER).param("part", Names.key(s.part()))
                .param("lot", Names.key(s.lot())).param("on", s.on()).param("quantity", s.quantity()).param("unit", s.unit()).param("note", s.note())
                .param("by", by.value()).param("now", Timestamp.from(clock.instant())).update();
        return id;
    }
}
