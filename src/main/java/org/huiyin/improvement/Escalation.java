package org.huiyin.improvement;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries late promises of actions up, level by level as the profile says, counted in working days; each level is told once. */
@Component
class Escalation implements CompanyRoutine {

    private final ActionStore store;
    private final EvidenceStore evidence;
    private final Actions actions;
    private final People people;
    private final Calendars calendars;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Escalation(ActionStore store, EvidenceStore evidence, Actions actions, People people, Calendars calendars, Notifications notifications,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.actions = actions;
        this.people = people;
        this.calendars = calendars;
        this.notifications = notifications;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A promise that somebody gave within an action; its name carries the date, so that a new date is a new promise. */
    private record Given(String name, LocalDate due, @Nullable PersonId by) {}

    @Override
    public String name() {
        return "improvement.escalate";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        List<ActionView> open = transaction.execute(status -> store.open());
        open.forEach(action -> transaction.executeWithoutResult(status -> escalate(action)));
    }

    private void escalate(ActionView action) {
        var calendar = calendars.inForce();
        for (Given promise : promises(action, calendar)) {
            int late = workingDaysLate(calendar, promise.due());
            var levels = actions.rules(action).escalation();
            for (int level = 1; level <= levels.size(); level++) {
                if (late >= levels.get(level - 1).afterDays()) {
                    carryUp(action, promise, level, levels.get(level - 1), late);
                }
            }
        }
    }

    private List<Given> promises(ActionView action, WorkingCalendar calendar) {
        var given = new ArrayList<Given>();
        if (action.state() == ActionState.PROPOSED) {
            var day = calendar.addWorkingDays(calendar.dayOf(action.proposedAt()), actions.rules(action).firstResponseDays());
            given.add(new Given("RESPONSE " + day, day, action.owner()));
        }
        given.add(new Given("DUE " + action.due(), action.due(), action.owner()));
        for (MeasureView measure : evidence.measures(action.id())) {
            if (measure.open() && measure.cycle() == action.cycle()) {
                given.add(new Given("MEASURE " + measure.id(), measure.due(), measure.owner()));
            }
        }
        return given;
    }

    private int workingDaysLate(WorkingCalendar calendar, LocalDate due) {
        var today = calendar.dayOf(clock.instant());
        int late = 0;
        for (LocalDate day = due.plusDays(1); !day.isAfter(today) && late < 1000; day = day.plusDays(1)) {
            late += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return late;
    }

    private void carryUp(ActionView action, Given promise, int level, ImprovementSection.Level to, int late) {
        Set<PersonId> told = new LinkedHashSet<>(ActionPeople.holders(people, to.roles(), action.department()));
        if (promise.by() != null && level == 1) {
            told.add(promise.by());
        }
        if (!evidence.escalate(action.id(), promise.name(), level, told, late, clock.instant())) {
            return;
        }
        notifications.tell(told, new Sentence("improvement.note.late", action.number(), late, promise.due()), action.id().subject(), "actions/" + action.number());
        events.publishEvent(new Happening(action.id().subject(), "escalate", PersonId.SYSTEM, java.util.Map.of(),
                java.util.Map.of("number", action.number(), "promise", promise.name(), "level", level, "daysLate", late), clock.instant()));
    }
}
