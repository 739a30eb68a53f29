package org.huiyin.returns;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How each step of a return begins and ends: who may do it, on which version; what it changes is noted, told and settled. */
@Component
class Handling {

    private final ReturnStore store;
    private final Procedures procedures;
    private final People people;
    private final Customers customers;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Handling(ReturnStore store, Procedures procedures, People people, Customers customers, Notifications notifications, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.procedures = procedures;
        this.people = people;
        this.customers = customers;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    ReturnsSection section(ReturnView r) {
        return ReturnsSection.of(procedures.byId(r.profileVersion()));
    }

    /** Whether the actor does this step, as the profile says; nobody named means everybody with the right. */
    boolean does(Actor actor, ReturnView r, Function<ReturnsSection, Set<String>> step) {
        var roles = step.apply(section(r));
        return roles.isEmpty() || actor.roles().stream().anyMatch(roles::contains);
    }

    /** Whether the actor stands before the customer for this return. */
    boolean owns(Actor actor, ReturnView r) {
        return actor.id().equals(r.salesOwner()) || does(actor, r, ReturnsSection::owner);
    }

    void mustDo(Actor actor, ReturnView r, Function<ReturnsSection, Set<String>> step) {
        if (!does(actor, r, step)) {
            throw new BrokenRule("returns.refused.role", names(step.apply(section(r))));
        }
    }

    void mustOwn(Actor actor, ReturnView r) {
        if (!owns(actor, r)) {
            throw new BrokenRule("returns.refused.role", names(section(r).owner()));
        }
    }

    private String names(Collection<String> roles) {
        return String.join("、", roles.stream().sorted().map(people::roleName).distinct().toList());
    }

    boolean sees(Actor actor, ReturnView r) {
        return seesAll(actor) || r.salesOwner() == null || actor.id().equals(r.salesOwner()) || actor.id().equals(r.registeredBy())
                || r.customer() != null && actor.id().equals(customers.get(r.customer()).details().owner());
    }

    /** Clerks see the returns of their customers; who has a step to do sees all of them. */
    boolean seesAll(Actor actor) {
        return actor.may("customer.readAll") || actor.roles().stream().anyMatch(ReturnsSection.of(procedures.inForce()).workers()::contains);
    }

    /** Locks the return for a step that its present stage allows. */
    ReturnView open(Actor actor, String right, ReturnId id, int version) {
        actor.mustHave(right);
        var r = store.lock(id).filter(one -> sees(actor, one)).orElseThrow(NotFound::new);
        if (r.version() != version) {
            var touch = store.touched(id);
            throw new StaleRecord(touch.by().equals(PersonId.SYSTEM) ? "" : people.get(touch.by()).name(), touch.at(), List.of());
        }
        return r;
    }

    ReturnView openNow(Actor actor, String right, ReturnId id, int version) {
        var r = open(actor, right, id, version);
        if (!r.stage().open()) {
            throw new BrokenRule("returns.refused.over", r.number());
        }
        return r;
    }

    /** The stage follows from what was done. */
    ReturnView done(Actor actor, ReturnView before, String verb, String words, Map<String, ?> after) {
        var now = store.find(before.id()).orElseThrow(NotFound::new);
        return become(actor, before, now, now.reached(), verb, words, after);
    }

    /** The one place where a stage is written. */
    ReturnView become(Actor actor, ReturnView before, ReturnView now, ReturnStage stage, String verb, String words, Map<String, ?> after) {
        if (stage != before.stage() && !before.stage().leadsTo().contains(stage)) {
            throw new BrokenRule("returns.refused.stage", before.number(), new Sentence("returns.returnStage." + before.stage().name().toLowerCase(java.util.Locale.ROOT)));
        }
        store.settle(now, stage, actor.id(), clock.instant());
        store.note(before.id(), verb, words, stage, actor.id(), clock.instant());
        Map<String, @Nullable Object> values = new LinkedHashMap<>(after);
        values.put("number", before.number());
        values.put("stage", stage.name());
        events.publishEvent(new Happening(before.id().subject(), verb, actor.id(), Map.of("stage", before.stage().name()), values, clock.instant()));
        if (stage != before.stage()) {
            events.publishEvent(new ReturnMoved(before.id(), stage));
        }
        return store.find(before.id()).orElseThrow(NotFound::new);
    }

    void tell(Collection<PersonId> who, Actor but, Sentence words, ReturnView r) {
        var told = new LinkedHashSet<>(who);
        told.remove(but.id());
        notifications.tell(told, words, r.id().subject(), path(r));
    }

    static String path(ReturnView r) {
        return "returns/" + r.number();
    }

    Set<PersonId> holders(Collection<String> roles) {
        var found = new LinkedHashSet<PersonId>();
        roles.forEach(role -> people.holders(role).stream().map(PersonView::id).forEach(found::add));
        return found;
    }

    /** Who stands before the customer: the clerk of the return, else the role of the profile. */
    Set<PersonId> owners(ReturnView r) {
        var owner = r.salesOwner();
        return owner != null ? Set.of(owner) : holders(section(r).owner());
    }

    LocalDate today() {
        return procedures.today();
    }

    /** A text that must be there and not be too long. */
    static String filled(String field, String text, int most) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "returns.invalid.empty");
        }
        return within(field, text, most);
    }

    static String within(String field, String text, int most) {
        if (text.strip().length() > most) {
            throw new InvalidInput(field, "returns.invalid.long", most);
        }
        return text.strip();
    }

    /** A day on which something was done: not one that is still to come. */
    LocalDate past(String field, @Nullable LocalDate day) {
        if (day == null) {
            throw new InvalidInput(field, "returns.invalid.day");
        }
        if (day.isAfter(today())) {
            throw new InvalidInput(field, "returns.invalid.future", day);
        }
        return day;
    }
}
