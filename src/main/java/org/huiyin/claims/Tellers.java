package org.huiyin.claims;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.springframework.stereotype.Component;

/** Knows whom to tell of claims and notices: the holders of roles, the people of a unit. */
@Component
class Tellers {

    static final String PATH = "claims/";
    static final String NOTICES = "unit-notices/";
    private final People people;
    private final Notifications notifications;

    Tellers(People people, Notifications notifications) {
        this.people = people;
        this.notifications = notifications;
    }

    Set<PersonId> holders(Collection<String> roles) {
        var found = new LinkedHashSet<PersonId>();
        roles.forEach(role -> people.holders(role).forEach(person -> found.add(person.id())));
        return found;
    }

    /** Who speaks for the unit: those of it who may object, else everybody in it. */
    Set<PersonId> unit(UUID department) {
        var members = new LinkedHashSet<PersonId>();
        people.all().stream().filter(p -> p.active() && department.equals(p.departmentId())).map(PersonView::id).forEach(members::add);
        var heads = new LinkedHashSet<PersonId>();
        members.stream().filter(id -> people.actor(id).filter(a -> a.may("notice.object")).isPresent()).forEach(heads::add);
        return heads.isEmpty() ? members : heads;
    }

    boolean member(Actor actor, UUID department) {
        return people.all().stream().anyMatch(p -> p.id().equals(actor.id()) && department.equals(p.departmentId()));
    }

    void tell(Actor by, Collection<PersonId> who, Sentence words, ClaimView claim) {
        tell(by, who, words, claim.id().subject(), PATH + claim.number());
    }

    void tell(Actor by, Collection<PersonId> who, Sentence words, SubjectRef about, String path) {
        var others = new LinkedHashSet<>(who);
        others.remove(by.id());
        notifications.tell(others, words, about, path);
    }

    String name(PersonId id) {
        return people.names().getOrDefault(id, "");
    }

    /** The names of roles as this company calls them. */
    String roles(Collection<String> codes) {
        return String.join("、", codes.stream().sorted().map(people::roleName).distinct().toList());
    }
}
