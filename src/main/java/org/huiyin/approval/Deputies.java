package org.huiyin.approval;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Companies;
import org.huiyin.organization.Delegation;
import org.huiyin.organization.Delegations;
import org.huiyin.organization.People;
import org.springframework.stereotype.Component;

/** Tells an own role from a lent one, so that a decision says on whose behalf it was made. */
@Component
class Deputies {

    private final People people;
    private final Delegations delegations;
    private final Companies companies;
    private final Clock clock;

    Deputies(People people, Delegations delegations, Companies companies, Clock clock) {
        this.people = people;
        this.delegations = delegations;
        this.companies = companies;
        this.clock = clock;
    }

    boolean ownRole(Actor actor, String role) {
        return people.get(actor.id()).roles().contains(role);
    }

    /** Until when the role was lent to the person, where that time is over. */
    Optional<LocalDate> over(Actor actor, String role) {
        var today = LocalDate.ofInstant(clock.instant(), companies.current().zone());
        return delegations.all().stream()
                .filter(d -> d.to().equals(actor.id()) && d.role().equals(role) && (d.ended() || today.isAfter(d.lastDay())))
                .map(d -> d.lastDay().isBefore(today) ? d.lastDay() : today)
                .max(LocalDate::compareTo);
    }

    /** Who has lent the role to the person today, never one of the excluded. */
    Optional<PersonId> lender(Actor actor, String role, PersonId excluded) {
        var today = LocalDate.ofInstant(clock.instant(), companies.current().zone());
        return delegations.all().stream()
                .filter(d -> d.to().equals(actor.id()) && d.role().equals(role) && !d.ended())
                .filter(d -> !today.isBefore(d.firstDay()) && !today.isAfter(d.lastDay()))
                .map(Delegation::from)
                .filter(from -> !from.equals(excluded))
                .findFirst();
    }
}
