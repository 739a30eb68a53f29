package org.huiyin.desk;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.DayStatus;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.voice.DateStrip;
import org.huiyin.web.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Collects what waits for a person, her department or the company, and puts it in the order of its due dates. */
@Service
@Transactional(readOnly = true)
public class Desk {

    static final int DAYS = 10;
    private static final Set<String> LEADERS = Set.of("TOP", "VICE_PRESIDENT", "MANAGEMENT_REPRESENTATIVE");

    private final ObjectProvider<WorkSource> sources;
    private final People people;
    private final Calendars calendars;
    private final Actions actions;
    private final Clock clock;

    Desk(ObjectProvider<WorkSource> sources, People people, Calendars calendars, Actions actions, Clock clock) {
        this.sources = sources;
        this.people = people;
        this.calendars = calendars;
        this.actions = actions;
        this.clock = clock;
    }

    /** The work of a scope by due date; what several people could do stands there once. */
    public List<Task> tasks(Actor actor, Scope scope) {
        return switch (scope) {
            case MINE -> tasks(workFor(actor), null);
            case DEPARTMENT -> maySeeDepartment(actor) ? shared(p -> Objects.equals(p.departmentId(), departmentOf(actor))) : List.of();
            case COMPANY -> actor.may("customer.readAll") ? shared(p -> true) : tasks(workFor(actor), null);
            case HANDED_OUT -> tasks(handedOut(actor), null);
        };
    }

    /** Heads and those who read everything see the work of others. */
    public boolean maySeeDepartment(Actor actor) {
        return departmentOf(actor) != null && actor.roles().stream().anyMatch(r -> r.endsWith("_HEAD") || r.equals("TOP") || r.equals("VICE_PRESIDENT"));
    }

    /** Whoever answers for the whole company first sees what is late in it. */
    public boolean answersForAll(Actor actor) {
        return actor.may("customer.readAll") && LEADERS.stream().anyMatch(actor::is);
    }

    /** What is late in the company, the longest first. */
    public List<Task> late(Actor actor) {
        var now = clock.instant();
        return tasks(actor, Scope.COMPANY).stream().filter(task -> task.due() != null && now.isAfter(task.due())).toList();
    }

    private java.util.@Nullable UUID departmentOf(Actor actor) {
        return people.get(actor.id()).departmentId();
    }

    private List<WorkItem> workFor(Actor actor) {
        return sources.orderedStream().flatMap(source -> source.workFor(actor).stream()).toList();
    }

    private List<Task> shared(java.util.function.Predicate<PersonView> wanted) {
        Map<List<Object>, WorkItem> once = new LinkedHashMap<>();
        Map<List<Object>, List<String>> who = new LinkedHashMap<>();
        for (PersonView person : people.all()) {
            if (!person.active() || !wanted.test(person)) {
                continue;
            }
            people.actor(person.id()).ifPresent(actor -> workFor(actor).forEach(item -> {
                List<Object> key = List.of(item.kind(), item.path(), item.title());
                once.putIfAbsent(key, item);
                who.computeIfAbsent(key, k -> new ArrayList<>()).add(person.name());
            }));
        }
        var calendar = calendars.inForce();
        var tasks = new ArrayList<Task>();
        once.forEach((key, item) -> tasks.add(task(calendar, item, tasks.size(), named(who.getOrDefault(key, List.of())))));
        return sorted(tasks);
    }

    private static String named(List<String> names) {
        return names.size() <= 3 ? String.join("、", names) : String.join("、", names.subList(0, 3)) + "…";
    }

    private List<WorkItem> handedOut(Actor actor) {
        if (!actor.may("action.read")) {
            return List.of();
        }
        var calendar = calendars.inForce();
        return actions.list(actor, ActionFilter.open().handedOutBy(actor.id())).stream().map(a -> handedOut(a, calendar)).toList();
    }

    private WorkItem handedOut(ActionView action, WorkingCalendar calendar) {
        Set<PersonId> owner = action.owner() == null ? Set.of() : Set.of(action.owner());
        return new WorkItem("action", action.problem(), action.customerName(), action.number(), "actions/" + action.number(), calendar.closeOf(action.due()),
                action.dueReasons(), action.clause().isEmpty() ? null : action.clause(), owner, action.customer() != null).running(action.proposedAt());
    }

    private List<Task> tasks(List<WorkItem> items, @Nullable String who) {
        var calendar = calendars.inForce();
        var names = people.names();
        var tasks = new ArrayList<Task>();
        for (WorkItem item : items) {
            var others = item.people().size() == 1 ? names.get(item.people().iterator().next()) : null;
            tasks.add(task(calendar, item, tasks.size(), who == null ? others : who));
        }
        return sorted(tasks);
    }

    private Task task(WorkingCalendar calendar, WorkItem item, int n, @Nullable String who) {
        return new Task(item, "t" + n, item.due(), why(calendar, item), who);
    }

    private Due.@Nullable Why why(WorkingCalendar calendar, WorkItem item) {
        var due = item.due();
        return due == null ? null
                : item.kind().equals("voice") ? DateStrip.why(calendar, item.since(), due, item.why(), item.clause())
                : DateStrip.running(calendar, item.since(), clock.instant(), due, item.why(), item.clause());
    }

    private static List<Task> sorted(List<Task> tasks) {
        return tasks.stream().sorted(Comparator.comparing(Task::due, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(t -> !t.item().customerWaits()).thenComparing(t -> Objects.requireNonNullElse(t.item().number(), ""))).toList();
    }

    /** The tasks in stretches: late, today, until the end of the week, later, without a date. */
    public List<TaskGroup> grouped(List<Task> tasks) {
        var calendar = calendars.inForce();
        Map<TaskGroup.Kind, List<Task>> groups = new EnumMap<>(TaskGroup.Kind.class);
        tasks.forEach(task -> groups.computeIfAbsent(kind(calendar, task.due()), k -> new ArrayList<>()).add(task));
        return groups.entrySet().stream().map(e -> new TaskGroup(e.getKey(), e.getValue())).toList();
    }

    private TaskGroup.Kind kind(WorkingCalendar calendar, @Nullable Instant due) {
        if (due == null) {
            return TaskGroup.Kind.UNDATED;
        }
        var now = clock.instant();
        var today = calendar.dayOf(now);
        var day = calendar.dayOf(due.minusNanos(1));
        if (now.isAfter(due)) {
            return TaskGroup.Kind.LATE;
        }
        return day.equals(today) ? TaskGroup.Kind.TODAY : !day.isAfter(endOfWeek(today)) ? TaskGroup.Kind.WEEK : TaskGroup.Kind.LATER;
    }

    private static LocalDate endOfWeek(LocalDate today) {
        return today.with(java.time.temporal.TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    }

    /** Today and the nine days after it, with what falls due on each; what is late stands under today. */
    public List<DeskDay> strip(List<Task> tasks) {
        var calendar = calendars.inForce();
        var now = clock.instant();
        var today = calendar.dayOf(now);
        var days = new ArrayList<DeskDay>();
        for (int i = 0; i < DAYS; i++) {
            var day = today.plusDays(i);
            int late = 0, soon = 0, other = 0;
            for (Task task : tasks) {
                Instant due = task.due();
                if (due == null) {
                    continue;
                }
                boolean over = now.isAfter(due);
                if (over && i == 0) {
                    late++;
                } else if (!over && calendar.dayOf(due.minusNanos(1)).equals(day)) {
                    if (i < 2) {
                        soon++;
                    } else {
                        other++;
                    }
                }
            }
            var status = calendar.status(day);
            days.add(new DeskDay(day, status.working(), status.reason() == DayStatus.Reason.MAKE_UP, late, soon, other));
        }
        return days;
    }

    /** When each piece of a person's work is due. */
    List<Optional<Instant>> dueDates(Actor actor) {
        return workFor(actor).stream().map(item -> Optional.ofNullable(item.due())).toList();
    }
}
