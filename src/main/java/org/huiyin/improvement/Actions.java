package org.huiyin.improvement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.Precedence;
import org.huiyin.voice.Promise;
import org.huiyin.voice.PromiseClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Corrective and preventive actions: proposed to departments, followed on the tracking table (001/5.4.6.1, DC-FM-04). */
@Service
@Transactional
public class Actions {

    private final ActionStore store;
    private final EvidenceStore evidence;
    private final Procedures procedures;
    private final Calendars calendars;
    private final People people;
    private final Numbers numbers;
    private final ObjectProvider<ActionSource> sources;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Actions(ActionStore store, EvidenceStore evidence, Procedures procedures, Calendars calendars, People people, Numbers numbers,
            ObjectProvider<ActionSource> sources, Notifications notifications, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.procedures = procedures;
        this.calendars = calendars;
        this.people = people;
        this.numbers = numbers;
        this.sources = sources;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** Proposes an action to a department, which is told at once; the system itself may propose, people need the right. */
    public ActionId propose(Actor actor, NewAction action) {
        if (!actor.id().equals(PersonId.SYSTEM) && !actor.may("eightd.work")) {
            actor.mustHave("action.edit");
        }
        check(action);
        if (!actor.id().equals(PersonId.SYSTEM)) {
            mustKnow(action.department(), action.owner());
        }
        var due = due(action);
        var id = new ActionId(Ids.next());
        var number = numbers.next(procedures.byId(action.profileVersion()).prefix("action"), today().getYear()).toString();
        store.insert(id, number, action, calendars.inForce().dayOf(due.due().minusNanos(1)), due.reasons(), actor.id(), clock.instant());
        evidence.add(id, 1, ActionStep.Kind.PROPOSED, "", Map.of(), actor.id(), clock.instant());
        var receivers = ActionPeople.receivers(people, action.department(), action.owner());
        notifications.tell(receivers, new Sentence("improvement.note.proposed", number), id.subject(), "actions/" + number);
        events.publishEvent(new Happening(id.subject(), "propose", actor.id(), Map.of(),
                Map.of("number", number, "items", action.items(), "due", due.due().toString()), clock.instant()));
        return id;
    }

    private void check(NewAction action) {
        if (action.problem().key().equals("web.verbatim") && action.problem().args().getFirst().toString().isBlank()) {
            throw new InvalidInput("problem", "improvement.invalid.problem");
        }
        if (action.due() != null && action.due().isBefore(today())) {
            throw new InvalidInput("due", "improvement.invalid.duePast");
        }
        if (action.origins().isEmpty()) {
            throw new InvalidInput("origin", "improvement.invalid.origin");
        }
    }

    /** Refuses a department or person that the company does not have. */
    void mustKnow(@Nullable UUID department, @Nullable PersonId owner) {
        if (department != null && people.departments().stream().noneMatch(d -> d.id().equals(department))) {
            throw new InvalidInput("department", "improvement.invalid.department");
        }
        if (owner != null && !people.names().containsKey(owner)) {
            throw new InvalidInput("owner", "improvement.invalid.owner");
        }
    }

    private Deadline due(NewAction action) {
        LocalDate given = action.due();
        if (given != null) {
            return new Deadline(calendars.inForce().closeOf(given), List.of(new Sentence("improvement.due.given", given)), List.of());
        }
        return usualDue(clock.instant());
    }

    /** When an action that begins now is to be closed by the profile, with the reasons. */
    @Transactional(readOnly = true)
    public Deadline usualDue(Instant from) {
        var rule = new ClockRule(ClockRule.Unit.CALENDAR_DAY, procedures.inForce().section("improvement", ImprovementSection.class).dueDays(), false,
                ClockRule.EndOfDay.BUSINESS_CLOSE, ClockRule.Roll.FORWARD);
        return new PromiseClock(calendars.inForce(), Precedence.CUSTOMER_FIRST).deadline(Promise.byClass(from, rule), clock.instant());
    }

    /** The action, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public ActionView get(ActionId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The action with the number, if the actor may see it: clerks those of their customers and those they work on. */
    @Transactional(readOnly = true)
    public ActionView byNumber(Actor actor, String number) {
        actor.mustHave("action.read");
        return store.find(number).filter(a -> sees(actor, a)).orElseThrow(NotFound::new);
    }

    /** The action, if there is one that the actor may see; for modules above that ask without refusing. */
    @Transactional(readOnly = true)
    public Optional<ActionView> find(Actor actor, ActionId id) {
        return actor.may("action.read") ? store.find(id).filter(a -> sees(actor, a)) : Optional.empty();
    }

    /** The records from which the action came, as far as the actor may know them. */
    @Transactional(readOnly = true)
    public List<ActionSource.Place> sources(Actor actor, ActionView action) {
        return sources.orderedStream().flatMap(source -> source.of(actor, action).stream()).toList();
    }

    boolean sees(Actor actor, ActionView a) {
        return actor.may("customer.readAll") || a.customer() == null || actor.id().equals(a.customerOwner()) || actor.id().equals(a.owner())
                || actor.id().equals(a.proposedBy())
                || evidence.measures(a.id()).stream().anyMatch(m -> m.owner().equals(actor.id()));
    }

    /** A page of the tracking table: open ones by due date first. */
    @Transactional(readOnly = true)
    public List<ActionView> list(Actor actor, ActionFilter filter) {
        actor.mustHave("action.read");
        return store.list(actor, filter, today());
    }

    /** How many the filter finds. */
    @Transactional(readOnly = true)
    public long count(Actor actor, ActionFilter filter) {
        actor.mustHave("action.read");
        return store.count(actor, filter, today());
    }

    /** The actions that the source asked for. */
    @Transactional(readOnly = true)
    public List<ActionView> about(SubjectRef source) {
        return store.about(source);
    }

    /** The steps of the action, in order. */
    @Transactional(readOnly = true)
    public List<ActionStep> steps(ActionId id) {
        return evidence.steps(id);
    }

    /** The tree of whys, each below its parent. */
    @Transactional(readOnly = true)
    public List<CauseView> causes(ActionId id) {
        return evidence.causes(id);
    }

    @Transactional(readOnly = true)
    public List<MeasureView> measures(ActionId id) {
        return evidence.measures(id);
    }

    /** The measures of several actions, for the tracking table. */
    @Transactional(readOnly = true)
    public Map<ActionId, List<MeasureView>> measures(Collection<ActionId> ids) {
        return evidence.measures(ids);
    }

    @Transactional(readOnly = true)
    public List<EscalationView> escalations(ActionId id) {
        return evidence.escalations(id);
    }

    /** The figures under which the action runs. */
    @Transactional(readOnly = true)
    public ImprovementSection rules(@Nullable ActionView action) {
        var profile = action == null ? procedures.inForce() : procedures.byId(action.profileVersion());
        return profile.section("improvement", ImprovementSection.class);
    }

    private LocalDate today() {
        return procedures.today();
    }
}
