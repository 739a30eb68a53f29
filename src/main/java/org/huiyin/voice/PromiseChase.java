package org.huiyin.voice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds owners before a promise ends and carries late ones up, level by level as the profile says; each once. */
@Component
class PromiseChase implements CompanyRoutine {

    /** Longer than the longest row of free days. */
    private static final Duration AHEAD = Duration.ofDays(21);

    private final DueStore store;
    private final Reckoner reckoner;
    private final Calendars calendars;
    private final People people;
    private final VoiceOrigins origins;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PromiseChase(DueStore store, Reckoner reckoner, Calendars calendars, People people, VoiceOrigins origins, Notifications notifications,
            ApplicationEventPublisher events, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.reckoner = reckoner;
        this.calendars = calendars;
        this.people = people;
        this.origins = origins;
        this.notifications = notifications;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "voice.chase";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    /** What a run works with. */
    private record Run(ClockSection rules, WorkingCalendar calendar, List<DueView> open) {}

    @Override
    public void run() {
        Run run = transaction.execute(status -> {
            var rules = Reckoner.section(reckoner.profile());
            return new Run(rules, calendars.inForce(), store.toChase(clock.instant().plus(AHEAD), rules.levels().size()));
        });
        run.open().forEach(due -> transaction.executeWithoutResult(status -> chase(run, due)));
    }

    private void chase(Run run, DueView due) {
        var now = clock.instant();
        if (!now.isAfter(due.due())) {
            remind(run, due, now);
            return;
        }
        int late = workingDaysLate(run.calendar(), due.due(), now);
        var levels = run.rules().levels();
        for (int level = 1; level <= levels.size(); level++) {
            if (late >= levels.get(level - 1).afterDays()) {
                carryUp(due, level, levels.get(level - 1), late, now);
            }
        }
    }

    private void remind(Run run, DueView due, Instant now) {
        Integer hours = run.rules().remindHours();
        if (hours == null || hours == 0) {
            return;
        }
        // A promise that is short from the start is reminded of at half of its time, not the moment it is made.
        var whole = run.calendar().workingTimeBetween(due.start(), due.due());
        var ahead = Duration.ofHours(hours).compareTo(whole.dividedBy(2)) < 0 ? Duration.ofHours(hours) : whole.dividedBy(2);
        if (run.calendar().workingTimeBetween(now, due.due()).compareTo(ahead) > 0) {
            return;
        }
        var told = new LinkedHashSet<>(owners(due));
        if (!told.isEmpty() && store.tell(due.promise(), "SOON " + due.due().getEpochSecond(), told, now)) {
            notifications.tell(told, new Sentence("voice.notice.soon", kind(due), due.number(), due.due()), due.voice().subject(), path(due));
        }
    }

    private void carryUp(DueView due, int level, ClockSection.Level to, int late, Instant now) {
        Set<PersonId> told = new LinkedHashSet<>(holders(to.roles(), due.owner()));
        if (level == 1) {
            told.addAll(owners(due));
        }
        if (!store.tell(due.promise(), "LATE " + level + " " + due.due().getEpochSecond(), told, now)) {
            return;
        }
        notifications.tell(told, new Sentence("voice.notice.late", kind(due), due.number(), late, due.due()), due.voice().subject(), path(due));
        events.publishEvent(new Happening(due.voice().subject(), "escalate", PersonId.SYSTEM, Map.of(),
                Map.of("number", due.number(), "kind", due.kind().name(), "level", level, "daysLate", late), now));
    }

    private static Sentence kind(DueView due) {
        return new Sentence("voice.promiseKind." + due.kind().name().toLowerCase(Locale.ROOT));
    }

    private String path(DueView due) {
        var subject = due.subject();
        var place = subject == null ? null : origins.worked(List.of(subject)).get(subject);
        return place == null ? "voices/" + due.number() : place.path();
    }

    /** Who owes it; for a customer without a clerk those who lead sales. */
    private Collection<PersonId> owners(DueView due) {
        return due.owner() != null ? List.of(due.owner()) : ids(people.holders("SALES_HEAD"));
    }

    private Set<PersonId> holders(Set<String> roles, @Nullable PersonId owner) {
        var found = new LinkedHashSet<PersonId>();
        for (String role : roles) {
            found.addAll(role.equals("DEPARTMENT_HEAD") ? heads(owner) : ids(people.holders(role)));
        }
        return found;
    }

    /** The heads of the owner's department; where it has none, the heads of all departments. */
    private Set<PersonId> heads(@Nullable PersonId owner) {
        var department = owner == null ? null : people.get(owner).departmentId();
        var own = people.all().stream().filter(p -> p.active() && department != null && Objects.equals(department, p.departmentId()))
                .filter(p -> p.roles().stream().anyMatch(role -> role.endsWith("_HEAD"))).toList();
        return ids(own.isEmpty() ? people.holders("DEPARTMENT_HEAD") : own);
    }

    private static Set<PersonId> ids(List<PersonView> list) {
        var ids = new LinkedHashSet<PersonId>();
        list.forEach(person -> ids.add(person.id()));
        return ids;
    }

    private static int workingDaysLate(WorkingCalendar calendar, Instant due, Instant now) {
        var today = calendar.dayOf(now);
        int late = 0;
        for (LocalDate day = calendar.dayOf(due.minusNanos(1)).plusDays(1); !day.isAfter(today) && late < 1000; day = day.plusDays(1)) {
            late += calendar.isWorkingDay(day) ? 1 : 0;
        }
        return late;
    }
}
