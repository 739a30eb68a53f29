package org.huiyin.customer;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people at the customers: who is asked, by which channel, in which language, with which weight (001/5.4.1, D13). */
@Service
@Transactional
public class Contacts {

    private static final String EDIT = "customer.edit";

    private final ContactStore store;
    private final Customers customers;
    private final Stale stale;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Contacts(ContactStore store, Customers customers, Stale stale, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.stale = stale;
        this.events = events;
        this.clock = clock;
    }

    /** The contact, also one that has left or was erased. */
    @Transactional(readOnly = true)
    public ContactView get(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The contact, if the actor may see its customer. */
    @Transactional(readOnly = true)
    public ContactView get(Actor actor, UUID id) {
        var contact = get(id);
        customers.get(actor, contact.customer());
        return contact;
    }

    /** The customer's contacts, those who may be asked first. */
    @Transactional(readOnly = true)
    public List<ContactView> of(CustomerId customer) {
        return store.of(customer);
    }

    /** Notes a person at the customer. */
    public UUID add(Actor actor, CustomerId customer, ContactDetails typed) {
        actor.mustHave(EDIT);
        customers.get(actor, customer);
        var details = ContactCheck.tidy(typed);
        var id = Ids.next();
        store.insert(id, customer, details, actor.id(), clock.instant());
        tell(actor.id(), id, "create", Map.of("customer", customer.value().toString(), "role", details.role()));
        return id;
    }

    /** Changes what is noted of the person; refused when somebody else has done so in between. */
    public void change(Actor actor, UUID id, ContactDetails typed, int version) {
        actor.mustHave(EDIT);
        var before = alive(actor, id);
        var details = ContactCheck.tidy(typed);
        if (!store.update(id, details, version, actor.id(), clock.instant())) {
            throw stale.record(before, details);
        }
        tell(actor.id(), id, "change", Map.of("fields", changed(before, details)));
    }

    /** Notes that the person has left the customer: she is not asked any more. */
    public void leave(Actor actor, UUID id) {
        actor.mustHave(EDIT);
        alive(actor, id);
        store.setActive(id, false);
        tell(actor.id(), id, "leave", Map.of());
    }

    /** Notes that the person works there again. */
    public void comeBack(Actor actor, UUID id) {
        actor.mustHave(EDIT);
        alive(actor, id);
        store.setActive(id, true);
        tell(actor.id(), id, "comeBack", Map.of());
    }

    /** The person wants no more questionnaires; she says so by the link in the mail. */
    public void optOut(UUID id) {
        if (!get(id).optedOut()) {
            store.setOptedOut(id, true);
            tell(null, id, "optOut", Map.of());
        }
    }

    /** Somebody notes that the person wants no more questionnaires, or wants them again. */
    public void optOut(Actor actor, UUID id, boolean optedOut) {
        actor.mustHave(EDIT);
        alive(actor, id);
        store.setOptedOut(id, optedOut);
        tell(actor.id(), id, optedOut ? "optOut" : "optIn", Map.of());
    }

    /** Everything noted of the person, to be handed to her on demand. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> export(Actor actor, UUID id) {
        var contact = get(actor, id);
        var copy = new LinkedHashMap<String, @Nullable Object>();
        copy.put("customer", customers.get(contact.customer()).name());
        copy.put("name", contact.name());
        copy.put("role", contact.role());
        copy.put("email", contact.email());
        copy.put("phone", contact.phone());
        copy.put("fax", contact.fax());
        copy.put("wechat", contact.wechat());
        copy.put("language", contact.language());
        copy.put("weight", contact.weight());
        copy.put("active", contact.active());
        copy.put("optedOut", contact.optedOut());
        return copy;
    }

    /** Erases the personal data on demand; answers and records stay and refer to the identity alone. */
    public void erase(Actor actor, UUID id, String reason) {
        actor.mustHave(EDIT);
        alive(actor, id);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "customer.invalid.reason");
        }
        store.erase(id);
        tell(actor.id(), id, "erase", Map.of("reason", reason.strip()));
    }

    private ContactView alive(Actor actor, UUID id) {
        var contact = get(actor, id);
        if (contact.erased()) {
            throw new BrokenRule("customer.contact.erased");
        }
        return contact;
    }

    /** The names of what changed and never the values: the audit outlives an erasure. */
    private static List<String> changed(ContactView before, ContactDetails after) {
        var changed = new java.util.ArrayList<String>();
        note(changed, "name", before.name(), after.name());
        note(changed, "role", before.role(), after.role());
        note(changed, "weight", before.weight().stripTrailingZeros(), after.weight().stripTrailingZeros());
        note(changed, "email", before.email(), after.email());
        note(changed, "phone", before.phone(), after.phone());
        note(changed, "fax", before.fax(), after.fax());
        note(changed, "wechat", before.wechat(), after.wechat());
        note(changed, "language", before.language(), after.language());
        return changed;
    }

    private static void note(List<String> changed, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            changed.add(field);
        }
    }

    private void tell(@Nullable PersonId by, UUID id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(new SubjectRef("contact", id), verb, by, Map.of(), after, clock.instant()));
    }
}
