package org.huiyin.returns;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.organization.WorkingCalendar;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What returns ask of a person in her roles: confirm, fetch, count, judge, decide, draft, schedule, rework, bring back, tell, close. */
@Component
class ReturnWork implements WorkSource {

    private static final String JUDGE_CLOCK = "RETURN_JUDGE";

    private final Returns returns;
    private final Arrivals arrivals;
    private final Handling handling;
    private final Voices voices;
    private final Procedures procedures;
    private final Calendars calendars;

    ReturnWork(Returns returns, Arrivals arrivals, Handling handling, Voices voices, Procedures procedures, Calendars calendars) {
        this.returns = returns;
        this.arrivals = arrivals;
        this.handling = handling;
        this.voices = voices;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("return.read") || !actor.may("return.work") && !actor.may("return.record") && !actor.may("return.judge")) {
            return List.of();
        }
        var desk = new Desk(actor, procedures.inForce(), calendars.inForce(), new ArrayList<>());
        returns.list(actor, ReturnFilter.open()).forEach(r -> look(desk, r));
        return desk.items();
    }

    /** One look at the open returns. */
    private record Desk(Actor actor, ProfileVersion profile, WorkingCalendar calendar, List<WorkItem> items) {}

    private void look(Desk desk, ReturnView r) {
        switch (r.stage()) {
            case ANNOUNCED -> announced(desk, r);
            case FETCHING -> step(desk, r, ReturnsSection::counts, "count", "return.counted", close(desk, last(r)));
            case COUNTED -> {
                if (r.lines().stream().anyMatch(l -> l.count() == null)) {
                    step(desk, r, ReturnsSection::counts, "count", "return.counted", null);
                }
                judge(desk, r);
            }
            case JUDGED -> step(desk, r, ReturnsSection::judges, "dispose", "return.confirmed", close(desk, r.backBy()));
            case DISPOSED -> rework(desk, r);
            case HANDLED, CLOSED, CANCELLED -> {}
        }
        sales(desk, r);
    }

    private static @Nullable LocalDate last(ReturnView r) {
        return r.fetchings().isEmpty() ? r.fetchOn() : r.fetchings().getLast().day();
    }

    private void announced(Desk desk, ReturnView r) {
        var ground = arrivals.ground(r);
        if (ground == null) {
            step(desk, r, ReturnsSection::judges, "confirm", "return.confirmed", close(desk, r.fetchOn()));
        } else if (ground != Ground.NOT_OURS) {
            step(desk, r, ReturnsSection::fetches, "fetch", "return.confirmed", close(desk, r.fetchOn()));
        }
    }

    private void judge(Desk desk, ReturnView r) {
        if (!handling.does(desk.actor(), r, ReturnsSection::judges)) {
            return;
        }
        var counted = r.lines().stream().filter(l -> !l.judged()).flatMap(l -> l.counts().stream()).map(ReturnLine.Count::at).min(Instant::compareTo).orElse(r.registeredAt());
        Deadline due = voices.promise(JUDGE_CLOCK, counted, null);
        desk.items().add(item(desk, r, "judge", due.due(), due.reasons(), "return.confirmed", counted));
    }

    private void rework(Desk desk, ReturnView r) {
        if (r.reworkOpen()) {
            if (r.instructions().isEmpty()) {
                step(desk, r, ReturnsSection::drafts, "draft", "return.instruction", close(desk, r.backBy()));
            }
            var alert = returns.alert(r);
            if (r.schedule() == null || alert == ReturnAlert.SCHEDULED_LATE) {
                step(desk, r, ReturnsSection::schedules, alert == null ? "schedule" : "schedule." + alert.name().toLowerCase(java.util.Locale.ROOT), "return.schedule",
                        close(desk, r.backBy()));
            }
            if (!r.instructions().isEmpty()) {
                step(desk, r, ReturnsSection::reworks, "rework", "return.rework", close(desk, r.schedule() == null ? r.backBy() : r.schedule().ready()));
            }
        }
        if (r.anyReady()) {
            step(desk, r, ReturnsSection::counts, "deliver", "return.schedule", close(desk, r.backBy()));
        }
    }

    private void sales(Desk desk, ReturnView r) {
        if (!desk.actor().may("return.work") || !(r.salesOwner() == null ? handling.owns(desk.actor(), r) : desk.actor().id().equals(r.salesOwner()))) {
            return;
        }
        if (r.customer() == null && r.customerName().isEmpty()) {
            desk.items().add(item(desk, r, "identify", null, List.of(), "return.unannounced", null));
        }
        if (!r.untold().isEmpty()) {
            desk.items().add(item(desk, r, "tellDifference", null, List.of(), "return.counted", null));
        }
        if (r.verdict() != null && !r.told(Matter.VERDICT)) {
            desk.items().add(item(desk, r, "tellVerdict", null, List.of(), "return.told", null));
        }
        if (r.stage() == ReturnStage.HANDLED) {
            desk.items().add(item(desk, r, "close", null, List.of(), "return.told", null));
        }
    }

    private void step(Desk desk, ReturnView r, Function<ReturnsSection, Set<String>> who, String what, String matter, @Nullable Instant due) {
        if (handling.does(desk.actor(), r, who)) {
            desk.items().add(item(desk, r, what, due, List.of(), matter, null));
        }
    }

    private static @Nullable Instant close(Desk desk, @Nullable LocalDate day) {
        return day == null ? null : desk.calendar().closeOf(day);
    }

    private static WorkItem item(Desk desk, ReturnView r, String what, @Nullable Instant due, List<Sentence> why, String matter, @Nullable Instant since) {
        return new WorkItem("return", new Sentence("returns.work." + what, r.title()), r.customerName().isEmpty() ? null : r.customerName(), r.number(),
                Handling.path(r) + "#" + part(what), due, why, clause(desk.profile(), matter), Set.of(desk.actor().id()), what.startsWith("tell") || what.equals("deliver"), since);
    }

    private static @Nullable String clause(ProfileVersion profile, String matter) {
        var clause = profile.clauseFor(matter);
        return clause.isEmpty() ? null : clause;
    }

    private static String part(String what) {
        return switch (what) {
            case "confirm", "fetch" -> "fetching";
            case "count" -> "count";
            case "identify" -> "sender";
            case "judge" -> "verdict";
            case "dispose" -> "disposition";
            case "deliver" -> "back";
            case "tellDifference", "tellVerdict", "close" -> "told";
            default -> "rework";
        };
    }
}
