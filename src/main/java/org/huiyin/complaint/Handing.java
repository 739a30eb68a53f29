package org.huiyin.complaint;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who has a complaint in hand: sales stands before the customer, quality works on it, top management hears of safety (001/3.2, 5.2.1.2). */
@Component
class Handing {

    private final People people;
    private final Customers customers;
    private final Procedures procedures;
    private final Notifications notifications;
    private final ComplaintStore store;

    Handing(People people, Customers customers, Procedures procedures, Notifications notifications, ComplaintStore store) {
        this.people = people;
        this.customers = customers;
        this.procedures = procedures;
        this.notifications = notifications;
        this.store = store;
    }

    /** The clerk of the customer, while she works here. */
    Optional<PersonId> sales(CustomerId customer) {
        return Optional.ofNullable(customers.get(customer).details().owner()).filter(owner -> people.get(owner).active());
    }

    /** Whoever looks after the customer hears whose complaint it is. */
    void identified(Actor actor, ComplaintView k) {
        if (k.salesOwner() != null && !k.salesOwner().equals(actor.id())) {
            tell(Set.of(k.salesOwner()), new Sentence("complaint.note.identified", k.number(), k.who(), k.title()), k);
        }
    }

    /** The clerk of the customer, else the receiver if she sells, else the head of sales. */
    @Nullable PersonId sales(Actor actor, NewComplaint k) {
        if (k.customer() != null) {
            var owner = sales(k.customer());
            if (owner.isPresent()) {
                return owner.get();
            }
        }
        var roles = procedures.inForce().section("complaint", ComplaintSection.class).sales();
        if (k.receivedBy() != null && people.get(k.receivedBy()).roles().stream().anyMatch(roles::contains)) {
            return k.receivedBy();
        }
        if (actor.id().equals(k.receivedBy()) && actor.roles().stream().anyMatch(roles::contains)) {
            return actor.id();
        }
        return roles.stream().sorted(java.util.Comparator.comparing((String role) -> !role.endsWith("_HEAD")).thenComparing(role -> role))
                .flatMap(role -> people.holders(role).stream()).map(PersonView::id).findFirst().orElse(null);
    }

    /** Tells sales and the unit that leads, and top management where safety is concerned. */
    void over(Actor actor, ComplaintView k) {
        var section = procedures.inForce().section("complaint", ComplaintSection.class);
        var told = new LinkedHashSet<PersonId>(holders(section.owner()));
        if (k.salesOwner() != null) {
            told.add(k.salesOwner());
        }
        if (k.safety()) {
            alarm(k, section);
            told.removeAll(holders(section.safetyTold()));
        }
        told.remove(actor.id());
        tell(told, new Sentence("complaint.note.taken", k.number(), k.who().isEmpty() ? new Sentence("complaint.who.unknown") : k.who(), k.title()), k);
    }

    /** A matter of safety goes to the top at once, in a notice of its own kind (features-and-traps.md, trap 22). */
    void alarm(ComplaintView k, ComplaintSection section) {
        notifications.tell(holders(section.safetyTold()), new Sentence("complaint.note.safety", k.number(), k.title()), new SubjectRef("complaint.safety", k.id().value()),
                path(k));
    }

    void tell(Collection<PersonId> who, Sentence words, ComplaintView k) {
        notifications.tell(who, words, k.id().subject(), path(k));
    }

    static String path(ComplaintView k) {
        return "complaints/" + k.number();
    }

    Set<PersonId> holders(Collection<String> roles) {
        var found = new LinkedHashSet<PersonId>();
        roles.forEach(role -> people.holders(role).forEach(person -> found.add(person.id())));
        return found;
    }

    /** The unit that leads: that of the profile, or the one for stubborn problems (001/3.4). */
    Set<String> leading(ComplaintView k, ComplaintSection section) {
        return k.stubborn() ? section.stubbornOwner() : section.owner();
    }

    /** Refuses to write over what somebody else changed in between. */
    void mustBeFresh(ComplaintView k, int version) {
        if (k.version() != version) {
            var touch = store.touched(k.id());
            throw new StaleRecord(touch.by().equals(PersonId.SYSTEM) ? "" : people.get(touch.by()).name(), touch.at(), List.of());
        }
    }
}
