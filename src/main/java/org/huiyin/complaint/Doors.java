package org.huiyin.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives customers and their contacts a link of their own by which they tell us of complaints, and takes it back. */
@Service
@Transactional
public class Doors {

    private static final String RIGHT = "complaint.answer";

    private final DoorStore store;
    private final Links links;
    private final Customers customers;
    private final Contacts contacts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Doors(DoorStore store, Links links, Customers customers, Contacts contacts, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.links = links;
        this.customers = customers;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
    }

    /** The open link of the customer, or of one of its contacts; made where there is none yet. */
    public DoorView make(Actor actor, CustomerId customer, @Nullable UUID contact) {
        actor.mustHave(RIGHT);
        customers.get(actor, customer);
        if (contact != null && !contacts.get(actor, contact).customer().equals(customer)) {
            throw new NotFound();
        }
        var before = store.of(customer).stream().filter(d -> d.open() && java.util.Objects.equals(d.contact(), contact)).findFirst();
        if (before.isPresent()) {
            return before.get();
        }
        var door = new DoorView(Ids.next(), customer, contact, 1, actor.id(), clock.instant(), null);
        store.insert(door);
        happen(actor, door, "open");
        return door;
    }

    /** Closes the link that is known outside and gives another one. */
    public void renew(Actor actor, UUID id) {
        var door = mine(actor, id);
        links.revoke(Links.TELL, id);
        store.renew(id);
        happen(actor, door, "renew");
    }

    /** Closes the link for good. */
    public void revoke(Actor actor, UUID id) {
        var door = mine(actor, id);
        links.revoke(Links.TELL, id);
        store.revoke(id, clock.instant());
        happen(actor, door, "revoke");
    }

    private DoorView mine(Actor actor, UUID id) {
        actor.mustHave(RIGHT);
        var door = store.find(id).orElseThrow(NotFound::new);
        customers.get(actor, door.customer());
        return door;
    }

    /** The address that the customer opens, for those who may hand it out; empty while nobody has set the address of this installation. */
    public Optional<String> address(Actor actor, DoorView door) {
        return door.open() && actor.may(RIGHT) ? links.ofDoor(door.id(), door.issue()) : Optional.empty();
    }

    /** The links of the customer. */
    @Transactional(readOnly = true)
    public List<DoorView> of(Actor actor, CustomerId customer) {
        actor.mustHave("complaint.read");
        return store.of(customer);
    }

    private void happen(Actor actor, DoorView door, String verb) {
        events.publishEvent(new Happening(new SubjectRef("complaint.door", door.id()), verb, actor.id(), Map.of(),
                Map.of("customer", door.customer().value().toString(), "contact", String.valueOf(door.contact())), clock.instant()));
    }
}
