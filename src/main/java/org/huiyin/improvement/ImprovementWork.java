package org.huiyin.improvement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.organization.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What actions ask of a person in her roles: take on, analyse, carry out, verify, tell the customer, close. */
@Component
class ImprovementWork implements WorkSource {

    private final ActionStore store;
    private final EvidenceStore evidence;
    private final ActionWork work;
    private final Actions actions;
    private final Agenda agenda;
    private final Effects effects;
    private final Plans plans;
    private final People people;
    private final Calendars calendars;

    ImprovementWork(ActionStore store, EvidenceStore evidence, ActionWork work, Actions actions, Agenda agenda, Effects effects, Plans plans,
            People people, Calendars calendars) {
        this.store = store;
        this.evidence = evidence;
        this.work = work;
        this.actions = actions;
        this.agenda = agenda;
        this.effects = effects;
        this.plans = plans;
        this.people = people;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("action.read")) {
            return List.of();
        }
        var calendar = calendars.inForce();
        var open = store.open();
        var measures = evidence.measures(open.stream().map(ActionView::id).toList());
        var items = new ArrayList<WorkItem>();
        for (ActionView action : open) {
            for (MeasureView measure : measures.getOrDefault(action.id(), List.of())) {
                if (measure.open() && measure.cycle() == action.cycle() && measure.owner().equals(actor.id())) {
                    items.add(item(actor, action, new Sentence("improvement.work.measure", measure.words()), calendar.closeOf(measure.due()),
                            List.of(new Sentence("improvement.due.given", measure.due())), false).running(measure.setAt()));
                }
            }
            WorkItem own = own(actor, action, calendar);
            if (own != null) {
                items.add(own);
            }
        }
        items.addAll(agenda.workFor(actor));
        plans.returnedTo(actor).forEach(plan -> items.add(returned(actor, plan)));
        return items;
    }

    /** A plan that was sent back, or says something else than what was approved, has no promise of its own. */
    private WorkItem returned(Actor actor, PlanView plan) {
        var key = plan.state() == PlanState.SENT_BACK ? "improvement.work.planReturned" : "improvement.work.planChanged";
        var clause = plans.clause(plan);
        return new WorkItem("plan", new Sentence(key, plan.title()), null, plan.number(), "actions/plans/" + plan.number(), null, List.of(),
                clause.isEmpty() ? null : clause, Set.of(actor.id()), false);
    }

    private @Nullable WorkItem own(Actor actor, ActionView action, WorkingCalendar calendar) {
        String key = switch (action.state()) {
            case PROPOSED -> receives(actor, action) ? "improvement.work.accept" : null;
            case RETURNED -> actor.id().equals(action.proposedBy()) || proposedBySystem(actor, action) ? "improvement.work.returned" : null;
            case ANALYSING -> actor.id().equals(action.owner()) ? "improvement.work.analyse" : null;
            case PLANNING -> actor.id().equals(action.owner()) ? "improvement.work.plan" : null;
            case VERIFYING -> !work.mayVerify(actor, action).isEmpty() && looksToday(action, calendar)
                    && !effects.watches(action.source()) ? "improvement.work.verify" : null;
            case TELLING -> tells(actor, action) ? "improvement.work.tell" : null;
            case READY -> actor.id().equals(action.proposedBy()) || proposedBySystem(actor, action) ? "improvement.work.close" : null;
            case DOING, CLOSED, VOIDED -> null;
        };
        if (key == null) {
            return null;
        }
        boolean first = action.state() == ActionState.PROPOSED;
        var day = first ? calendar.addWorkingDays(calendar.dayOf(action.proposedAt()), actions.rules(action).firstResponseDays()) : action.due();
        var why = first ? List.of(new Sentence("improvement.due.response", actions.rules(action).firstResponseDays(), action.proposedAt())) : action.dueReasons();
        return item(actor, action, new Sentence(key, action.problem()), calendar.closeOf(day), why, action.state() == ActionState.TELLING);
    }

    /** An effect that could not be judged waits for its next look. */
    private boolean looksToday(ActionView action, WorkingCalendar calendar) {
        var last = evidence.steps(action.id()).stream().filter(s -> s.kind() == ActionStep.Kind.VERIFIED && s.cycle() == action.cycle()).reduce((a, b) -> b);
        return last.isEmpty() || last.get().detail("again").isEmpty()
                || !LocalDate.parse(last.get().detail("again")).isAfter(calendar.dayOf(agenda.now()));
    }

    private boolean receives(Actor actor, ActionView action) {
        return ActionPeople.receivers(people, action.department(), action.owner()).contains(actor.id());
    }

    private static boolean proposedBySystem(Actor actor, ActionView action) {
        return action.proposedBy().equals(PersonId.SYSTEM) && actor.may("action.edit") && actor.is("SALES_HEAD");
    }

    private static boolean tells(Actor actor, ActionView action) {
        return actor.may("action.tell") && (action.customerOwner() == null ? actor.may("customer.readAll") : actor.id().equals(action.customerOwner()));
    }

    private static WorkItem item(Actor actor, ActionView action, Sentence title, Instant due, List<Sentence> why, boolean waits) {
        return new WorkItem("action", title, action.customerName(), action.number(), "actions/" + action.number(), due, why,
                action.clause().isEmpty() ? null : action.clause(), Set.of(actor.id()), waits).running(action.proposedAt());
    }
}
