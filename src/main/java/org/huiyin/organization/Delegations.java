package org.huiyin.organization;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delegation of roles with dates; an expired one gives no right. */
@Service
@Transactional
public class Delegations {

    private final JdbcClient sql;
    private final PeopleStore people;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delegations(JdbcClient sql, PeopleStore people, Companies companies, ApplicationEventPublisher events, Clock clock) {
        this.sql = sql;
        this.people = people;
        this.companies = companies;
        this.events = events;
        this.clock = clock;
    }

    /** All delegations, the newest first. */
    @Transactional(readOnly = true)
    public List<Delegation> all() {
        return sql.sql("select * from organization.delegation order by first_day desc, id desc")
                .query((row, n) -> new Delegation(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("from_person", UUID.class)),
                        new PersonId(row.getObject("to_person", UUID.class)),
                        row.getString("role"),
                        row.getObject("first_day", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("ended_at") != null))
                .list();
    }

    /** Lends a role: one's own, or anybody's for who may edit people. */
    public UUID lend(Actor actor, PersonId from, PersonId to, String role, LocalDate first, LocalDate last, String reason) {
        return lend(actor, Ids.next(), from, to, role, first, last, reason);
    }

    /** The same under an id of the form's, so that a form sent twice lends once. */
    public UUID lend(Actor actor, UUID id, PersonId from, PersonId to, String role, LocalDate first, LocalDate last, String reason) {
        if (all().stream().anyMatch(known -> known.id().equals(id))) {
            return id;
        }
        if (!actor.id().equals(from)) {
            actor.mustHave("people.edit");
        }
        if (last.isBefore(first)) {
            throw new BrokenRule("organization.delegation.datesReversed");
        }
        if (last.isBefore(LocalDate.ofInstant(clock.instant(), companies.current().zone()))) {
            throw new BrokenRule("organization.delegation.over", last);
        }
        if (from.equals(to)) {
            throw new BrokenRule("organization.delegation.toYourself");
        }
        if (!people.find(from).orElseThrow(NotFound::new).roles().contains(role)) {
            throw new BrokenRule("organization.delegation.notHeld");
        }
        var deputy = people.find(to).filter(PersonView::active).orElseThrow(NotFound::new);
        if (deputy.roles().contains("AUDITOR")) {
            throw new BrokenRule("organization.person.auditorAlone");
        }
        if (reason.isBlank() || reason.length() > 300) {
            throw new InvalidInput("reason", "organization.delegation.reasonForm");
        }
        sql.sql("""
                insert into organization.delegation
                (id, from_person, to_person, role, first_day, last_day, reason, made_by, made_at)
                values (?,?,?,?,?,?,?,?,?)""")
                .params(id, from.value(), to.value(), role, first, last, reason, actor.id().value(), Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new Happening(new SubjectRef("delegation", id), "lend", actor.id(), Map.of(),
                Map.of("from", from.value(), "to", to.value(), "role", role, "first", first.toString(), "last", last.toString()),
                clock.instant()));
        return id;
    }

    /** Ends a delegation before its time. */
    public void end(Actor actor, UUID id) {
        var delegation = all().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow(NotFound::new);
        if (!actor.id().equals(delegation.from())) {
            actor.mustHave("people.edit");
        }
        sql.sql("update organization.delegation set ended_at = ? where id = ? and ended_at is null")
                .params(Timestamp.from(clock.instant()), id)
                .update();
        events.publishEvent(new Happening(new SubjectRef("delegation", id), "end", actor.id(), Map.of(), Map.of(),
                clock.instant()));
    }
}
