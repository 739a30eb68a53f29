package org.huiyin.improvement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of an action, each a row of evidence (001/5.4.6.2, 5.2.2.5): accepted, causes found, measures carried out, the
 * effect verified by somebody else, the customer told, closed. Longer than usual since the order of the steps is one rule.
 */
@Service
@Transactional
public class ActionWork {

    private final ActionStore store;
    private final EvidenceStore evidence;
    private final Actions actions;
    private final Procedures procedures;
    private final People people;
    private final Voices voices;
    private final Notifications notifications;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActionWork(ActionStore store, EvidenceStore evidence, Actions actions, Procedures procedures, People people, Voices voices,
            Notifications notifications, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.actions = actions;
        this.procedures = procedures;
        this.people = people;
        this.voices = voices;
        this.notifications = notifications;
        this.events = events;
        this.clock = clock;
    }

    /** The department takes the action on and names who answers for it. */
    public void accept(Actor actor, ActionId id, PersonId owner) {
        var action = step(actor, "action.work", id, ActionState.PROPOSED);
        mustBeReceiver(actor, action);
        if (!people.get(owner).active()) {
            throw new InvalidInput("owner", "improvement.invalid.left");
        }
        store.assign(id, action.department(), owner, actor.id(), now());
        become(actor, action, ActionState.ANALYSING, ActionStep.Kind.ACCEPTED, "", Map.of("owner", owner.value().toString()));
        tell(Set.of(owner), "improvement.note.owner", action);
    }

    /** The department sends the action back: it is not its own. */
    public void sendBack(Actor actor, ActionId id, String reason) {
        var action = step(actor, "action.work", id, ActionState.PROPOSED);
        mustBeReceiver(actor, action);
        become(actor, action, ActionState.RETURNED, ActionStep.Kind.RETURNED, filled("reason", reason), Map.of());
        tell(Set.of(action.proposedBy()), "improvement.note.returned", action);
    }

    private void mustBeReceiver(Actor actor, ActionView action) {
        if (!actor.may("action.edit") && !ActionPeople.receivers(people, action.department(), action.owner()).contains(actor.id())) {
            throw new BrokenRule("improvement.refused.notReceiver");
        }
    }

    /** Hands the action to a department or a person, the first time or again. */
    public void assign(Actor actor, ActionId id, @Nullable UUID department, @Nullable PersonId owner) {
        var action = step(actor, "action.edit", id, ActionState.PROPOSED, ActionState.RETURNED, ActionState.ANALYSING, ActionState.PLANNING, ActionState.DOING);
        if (department == null && owner == null) {
            throw new InvalidInput("department", "improvement.invalid.nobody");
        }
        actions.mustKnow(department, owner);
        store.assign(id, department, owner, actor.id(), now());
        Map<String, String> details = new HashMap<>();
        details.put("department", department == null ? "" : department.toString());
        details.put("owner", owner == null ? "" : owner.value().toString());
        if (action.state() == ActionState.RETURNED) {
            become(actor, action, ActionState.PROPOSED, ActionStep.Kind.ASSIGNED, "", details);
        } else {
            note(actor, action, ActionStep.Kind.ASSIGNED, "", details);
        }
        tell(ActionPeople.receivers(people, department, owner), "improvement.note.proposed", action);
    }

    /** Notes how far it has come: whoever tracks it or works on it, at any time while it is open; each note stays (000/5-10). */
    public void progress(Actor actor, ActionId id, String words) {
        var action = locked(actor, actor.may("action.tell") ? "action.tell" : "action.work", id);
        if (!action.state().open()) {
            throw new BrokenRule("improvement.refused.state", action.number(), state(action));
        }
        String text = filled("words", words);
        var last = evidence.steps(id).stream().filter(s -> s.kind() == ActionStep.Kind.PROGRESS).reduce((a, b) -> b);
        if (last.isPresent() && last.get().words().equals(text) && last.get().by().equals(actor.id())) {
            throw new BrokenRule("improvement.refused.sameProgress");
        }
        note(actor, action, ActionStep.Kind.PROGRESS, text, Map.of());
    }

    /** Adds a "because" below another one, or at the top of a new chain. */
    public UUID addCause(Actor actor, ActionId id, @Nullable UUID parent, String words) {
        var action = step(actor, "action.work", id, ActionState.ANALYSING);
        mustWorkOn(actor, action);
        if (parent != null && causesNow(action).stream().noneMatch(c -> c.id().equals(parent))) {
            throw new NotFound();
        }
        UUID cause = evidence.addCause(id, action.cycle(), parent, filled("words", words), actor.id(), now());
        happen(actor, action, "cause", Map.of("words", words.strip()));
        return cause;
    }

    /** Strikes a "because" out; it stays readable. */
    public void strikeCause(Actor actor, ActionId id, UUID cause, String reason) {
        var action = step(actor, "action.work", id, ActionState.ANALYSING);
        mustWorkOn(actor, action);
        var struck = causesNow(action).stream().filter(c -> c.id().equals(cause)).findFirst().orElseThrow(NotFound::new);
        if (!struck.leaf()) {
            throw new BrokenRule("improvement.refused.causeHasMore");
        }
        evidence.strikeCause(cause, filled("reason", reason), actor.id(), now());
        happen(actor, action, "strikeCause", Map.of("words", struck.words(), "reason", reason.strip()));
    }

    /** Ends the analysis: at least one chain must be as deep as the profile asks. */
    public void analysed(Actor actor, ActionId id, String summary) {
        var action = step(actor, "action.work", id, ActionState.ANALYSING);
        mustWorkOn(actor, action);
        int asked = actions.rules(action).whyLevels();
        int depth = causesNow(action).stream().mapToInt(CauseView::depth).max().orElse(0);
        if (depth < asked) {
            throw new BrokenRule("improvement.refused.shallow", asked, depth);
        }
        become(actor, action, ActionState.PLANNING, ActionStep.Kind.CAUSE_FOUND, filled("summary", summary), Map.of("depth", String.valueOf(depth)));
    }

    /** The whys of the present cycle that count. */
    private List<CauseView> causesNow(ActionView action) {
        return evidence.causes(action.id()).stream().filter(c -> c.cycle() == action.cycle() && c.struck() == null).toList();
    }

    /** A "because" found elsewhere, such as in an 8D: its path is 1, 1.1, 1.1.1 and so on. */
    public record Because(String path, String words) {}

    /** A measure set elsewhere. */
    public record Planned(MeasureKind kind, String words, PersonId owner, LocalDate due) {}

    /**
     * Carries causes and measures that an 8D has found into the tracking table: a new action, or a new cycle of the former
     * one, that begins where the measures are carried out (001/5.2.2.5). The measures come back in the order given.
     */
    public List<UUID> adopt(Actor actor, ActionId id, List<Because> causes, List<Planned> measures, String summary) {
        var action = store.lock(id).orElseThrow(NotFound::new);
        if (action.state() == ActionState.VOIDED) {
            throw new BrokenRule("improvement.refused.state", action.number(), state(action));
        }
        boolean fresh = action.state() == ActionState.PROPOSED;
        int cycle = fresh ? action.cycle() : action.cycle() + 1;
        var owner = Objects.requireNonNull(action.owner());
        evidence.add(id, cycle, fresh ? ActionStep.Kind.ACCEPTED : ActionStep.Kind.REOPENED, fresh ? "" : summary,
                fresh ? Map.of("owner", owner.value().toString()) : Map.of(), actor.id(), now());
        var ids = new HashMap<String, UUID>();
        for (Because because : causes) {
            int dot = because.path().lastIndexOf('.');
            ids.put(because.path(), evidence.addCause(id, cycle, dot < 0 ? null : ids.get(because.path().substring(0, dot)), cut(because.words()), actor.id(), now()));
        }
        evidence.add(id, cycle, ActionStep.Kind.CAUSE_FOUND, cut(summary), Map.of(), actor.id(), now());
        var set = new ArrayList<UUID>();
        for (Planned planned : measures) {
            set.add(evidence.addMeasure(id, cycle, planned.kind(), cut(planned.words()), planned.owner(), planned.due(), actor.id(), now()));
        }
        store.become(action, ActionState.DOING, cycle, null, actor.id(), now());
        happen(actor, action, "adopt", Map.of("causes", causes.size(), "measures", measures.stream().map(Planned::words).toList(), "cycle", cycle));
        tell(measures.stream().map(Planned::owner).collect(Collectors.toSet()), "improvement.note.measure", action);
        return set;
    }

    private static String cut(String words) {
        return words.length() <= 1000 ? words : words.substring(0, 1000);
    }

    /** Sets a measure with its owner and date. */
    public UUID addMeasure(Actor actor, ActionId id, MeasureKind kind, String words, PersonId owner, LocalDate due) {
        var action = step(actor, "action.work", id, ActionState.PLANNING, ActionState.DOING);
        mustWorkOn(actor, action);
        String text = filled("words", words);
        if (due.isBefore(procedures.today())) {
            throw new InvalidInput("due", "improvement.invalid.duePast");
        }
        UUID measure = evidence.addMeasure(id, action.cycle(), kind, text, owner, due, actor.id(), now());
        happen(actor, action, "measure", Map.of("words", text, "owner", owner.value().toString(), "due", due.toString()));
        if (action.state() == ActionState.PLANNING) {
            store.become(action, ActionState.DOING, action.cycle(), null, actor.id(), now());
        }
        tell(Set.of(owner), "improvement.note.measure", action);
        return measure;
    }

    /** The measure is carried out, with the evidence in words; files are kept with it. */
    public void measureDone(Actor actor, ActionId id, UUID measure, String proof) {
        endMeasure(actor, id, measure, true, filled("words", proof));
    }

    /** The measure is given up, with the reason. */
    public void measureDropped(Actor actor, ActionId id, UUID measure, String reason) {
        endMeasure(actor, id, measure, false, filled("reason", reason));
    }

    private void endMeasure(Actor actor, ActionId id, UUID measure, boolean done, String words) {
        var action = step(actor, "action.work", id, ActionState.DOING);
        var one = evidence.measures(id).stream().filter(m -> m.id().equals(measure) && m.cycle() == action.cycle()).findFirst().orElseThrow(NotFound::new);
        if (!one.open()) {
            throw new BrokenRule("improvement.refused.measureEnded");
        }
        if (!one.owner().equals(actor.id())) {
            mustWorkOn(actor, action);
        }
        evidence.endMeasure(measure, done, words, actor.id(), now());
        happen(actor, action, done ? "measureDone" : "measureDropped", Map.of("measure", one.words(), "words", words));
        var left = evidence.measures(id).stream().filter(m -> m.cycle() == action.cycle()).toList();
        if (left.stream().noneMatch(MeasureView::open)) {
            boolean any = left.stream().anyMatch(MeasureView::done);
            store.become(action, any ? ActionState.VERIFYING : ActionState.PLANNING, action.cycle(), null, actor.id(), now());
            if (any) {
                tell(verifiers(action), "improvement.note.verify", action);
            }
        }
    }

    /** Who may verify the action in its present cycle. */
    public Set<PersonId> verifiers(ActionView action) {
        var rule = verification(action);
        var roles = rule.required(origins(action)).stream().flatMap(o -> rule.rolesByOrigin().getOrDefault(o, Set.of()).stream()).collect(Collectors.toSet());
        var found = new LinkedHashSet<>(ActionPeople.holders(people, roles, null));
        found.removeAll(doers(action));
        return found;
    }

    /** The heads of the department that has the action. */
    @Transactional(readOnly = true)
    public Set<PersonId> headsOf(ActionView action) {
        return ActionPeople.heads(people, action.department());
    }

    /** The origins for which this person may still verify the action. */
    @Transactional(readOnly = true)
    public Set<String> mayVerify(Actor actor, ActionView action) {
        return action.state() != ActionState.VERIFYING || !actor.may("action.verify") ? Set.of()
                : verification(action).open(actor, origins(action), doers(action), given(action));
    }

    /** The origins whose verification is given in the present cycle, and those still missing. */
    @Transactional(readOnly = true)
    public Set<String> missing(ActionView action) {
        var done = given(action).stream().map(Verification.Given::origin).collect(Collectors.toSet());
        var missing = new LinkedHashSet<>(verification(action).required(origins(action)));
        missing.removeAll(done);
        return missing;
    }

    /** Somebody else judges the effect (T-VERIFY). Not effective begins a new cycle; not assessable waits for another look. */
    public void verify(Actor actor, ActionId id, String origin, Verdict verdict, String criterion, String finding, String reason, @Nullable LocalDate again) {
        var action = step(actor, "action.verify", id, ActionState.VERIFYING);
        var rule = verification(action);
        var given = rule.verify(actor, origin, origins(action), doers(action), given(action), reason);
        var details = new HashMap<>(Map.of("origin", origin, "verdict", verdict.name(), "criterion", filled("criterion", criterion), "reason", reason.strip()));
        if (verdict == Verdict.NOT_ASSESSABLE) {
            details.put("again", mustLookAgain(action, again).toString());
        }
        note(actor, action, ActionStep.Kind.VERIFIED, filled("finding", finding), details);
        switch (verdict) {
            case NOT_EFFECTIVE -> reopen(actor, action, finding);
            case NOT_ASSESSABLE -> { }
            case EFFECTIVE -> {
                var all = new ArrayList<>(given(action));
                all.add(given);
                if (rule.isComplete(origins(action), all)) {
                    afterVerification(actor, action);
                }
            }
        }
    }

    private LocalDate mustLookAgain(ActionView action, @Nullable LocalDate again) {
        if (again == null || !again.isAfter(procedures.today())) {
            throw new InvalidInput("again", "improvement.invalid.again");
        }
        int most = actions.rules(action).effectMaximumDays();
        if (again.isAfter(procedures.today().plusDays(most))) {
            throw new InvalidInput("again", "improvement.invalid.againTooLate", most);
        }
        return again;
    }

    private void afterVerification(Actor actor, ActionView action) {
        boolean tell = mustTell(action);
        store.become(action, tell ? ActionState.TELLING : ActionState.READY, action.cycle(), null, actor.id(), now());
        tell(tell && action.customerOwner() != null ? Set.of(action.customerOwner()) : Set.of(action.proposedBy()),
                tell ? "improvement.note.tell" : "improvement.note.close", action);
    }

    private boolean mustTell(ActionView action) {
        return action.customer() != null && actions.rules(action).toldCustomerRequired();
    }

    /** The customer is told what became of it; open voices of the same source count as answered by that. */
    public void told(Actor actor, ActionId id, String channel, String contact, String words, Reaction reaction, Instant at) {
        var action = step(actor, "action.tell", id, ActionState.TELLING, ActionState.READY);
        if (at.isAfter(now().plusSeconds(60)) || at.isBefore(action.proposedAt())) {
            throw new InvalidInput("at", "improvement.invalid.toldAt");
        }
        String text = filled("words", words);
        note(actor, action, ActionStep.Kind.TOLD, text, Map.of("channel", channel, "contact", contact.strip(), "reaction", reaction.name(), "at", at.toString()));
        voices.answeredAbout(actor, action.source(), action.customer(), channel, text, at);
        if (reaction == Reaction.REJECTED) {
            reopen(actor, action, text);
        } else if (action.state() == ActionState.TELLING) {
            store.become(action, ActionState.READY, action.cycle(), null, actor.id(), now());
            tell(Set.of(action.proposedBy()), "improvement.note.close", action);
        }
    }

    /** Closes the action; refused while the effect is not verified or the customer does not know (the gate before closing). */
    public void close(Actor actor, ActionId id, String words) {
        var action = locked(actor, "action.edit", id);
        if (mustTell(action) && action.state() == ActionState.TELLING) {
            throw new BrokenRule("improvement.refused.notTold", Objects.requireNonNullElse(action.customerName(), ""));
        }
        if (action.state() != ActionState.READY) {
            throw new BrokenRule("improvement.refused.state", action.number(), state(action));
        }
        note(actor, action, ActionStep.Kind.CLOSED, words.strip(), Map.of());
        store.become(action, ActionState.CLOSED, action.cycle(), now(), actor.id(), now());
    }

    /** Opens a closed action again within the profile's days; everything before stays. */
    public void reopen(Actor actor, ActionId id, String reason) {
        var action = step(actor, "action.edit", id, ActionState.CLOSED, ActionState.VERIFYING, ActionState.TELLING, ActionState.READY);
        int most = actions.rules(action).reopenDays();
        Instant ended = action.endedAt();
        if (ended != null && now().isAfter(ended.plus(java.time.Duration.ofDays(most)))) {
            throw new BrokenRule("improvement.refused.tooLateToReopen", action.number(), most);
        }
        reopen(actor, action, filled("reason", reason));
    }

    private void reopen(Actor actor, ActionView action, String reason) {
        evidence.add(action.id(), action.cycle() + 1, ActionStep.Kind.REOPENED, reason.strip(), Map.of(), actor.id(), now());
        store.become(action, ActionState.ANALYSING, action.cycle() + 1, null, actor.id(), now());
        happen(actor, action, "reopen", Map.of("reason", reason.strip(), "cycle", action.cycle() + 1));
        tell(ActionPeople.receivers(people, action.department(), action.owner()), "improvement.note.reopened", action);
    }

    /** Moves the date with a reason; the first promise stays on record. */
    public void moveDue(Actor actor, ActionId id, LocalDate due, String reason) {
        var action = locked(actor, "action.edit", id);
        if (!action.state().open()) {
            throw new BrokenRule("improvement.refused.state", action.number(), state(action));
        }
        if (due.isBefore(procedures.today()) || due.equals(action.due())) {
            throw new InvalidInput("due", "improvement.invalid.newDue");
        }
        note(actor, action, ActionStep.Kind.DUE_CHANGED, filled("reason", reason), Map.of("from", action.due().toString(), "to", due.toString()));
        store.moveDue(id, due, actor.id(), now());
    }

    /** Takes the action back with a reason; its number stays used. */
    public void withdraw(Actor actor, ActionId id, String reason) {
        var action = step(actor, "action.edit", id, ActionState.PROPOSED, ActionState.RETURNED, ActionState.ANALYSING, ActionState.PLANNING, ActionState.DOING,
                ActionState.VERIFYING);
        note(actor, action, ActionStep.Kind.VOIDED, filled("reason", reason), Map.of());
        store.become(action, ActionState.VOIDED, action.cycle(), now(), actor.id(), now());
    }

    private Verification verification(ActionView action) {
        return procedures.byId(action.profileVersion()).section("verification", Verification.class);
    }

    private static Set<String> origins(ActionView action) {
        return action.origins().stream().map(Enum::name).collect(Collectors.toSet());
    }

    /** Who did the action: its owner, the owners of its measures and whoever carried them out. */
    private Set<PersonId> doers(ActionView action) {
        var doers = new LinkedHashSet<PersonId>();
        if (action.owner() != null) {
            doers.add(action.owner());
        }
        for (MeasureView measure : evidence.measures(action.id())) {
            doers.add(measure.owner());
            if (measure.end() != null) {
                doers.add(measure.end().by());
            }
        }
        return doers;
    }

    private List<Verification.Given> given(ActionView action) {
        return evidence.steps(action.id()).stream()
                .filter(s -> s.kind() == ActionStep.Kind.VERIFIED && s.cycle() == action.cycle() && s.detail("verdict").equals("EFFECTIVE"))
                .map(s -> new Verification.Given(s.by(), s.detail("origin"), s.detail("reason")))
                .toList();
    }

    /** Work on an action is its owner's, its department's heads' and theirs who may edit actions. */
    private void mustWorkOn(Actor actor, ActionView action) {
        if (!actor.may("action.edit") && !actor.id().equals(action.owner())
                && !ActionPeople.heads(people, action.department()).contains(actor.id())) {
            throw new BrokenRule("improvement.refused.notYours", action.number());
        }
    }

    private ActionView step(Actor actor, String right, ActionId id, ActionState... from) {
        var action = locked(actor, right, id);
        if (!List.of(from).contains(action.state())) {
            throw new BrokenRule("improvement.refused.state", action.number(), state(action));
        }
        return action;
    }

    private ActionView locked(Actor actor, String right, ActionId id) {
        actor.mustHave(right);
        return store.lock(id).filter(a -> actions.sees(actor, a)).orElseThrow(NotFound::new);
    }

    private static Sentence state(ActionView action) {
        return new Sentence("improvement.actionState." + action.state().name().toLowerCase(java.util.Locale.ROOT));
    }

    private void become(Actor actor, ActionView action, ActionState state, ActionStep.Kind kind, String words, Map<String, String> details) {
        if (!action.state().leadsTo().contains(state)) {
            throw new IllegalStateException(action.state() + " does not lead to " + state);
        }
        note(actor, action, kind, words, details);
        store.become(action, state, action.cycle(), null, actor.id(), now());
    }

    private void note(Actor actor, ActionView action, ActionStep.Kind kind, String words, Map<String, String> details) {
        evidence.add(action.id(), action.cycle(), kind, words, details, actor.id(), now());
        var told = new HashMap<String, Object>(details);
        told.put("words", words);
        happen(actor, action, kind.name().toLowerCase(java.util.Locale.ROOT), told);
    }

    private void happen(Actor actor, ActionView action, String verb, Map<String, ? extends Object> after) {
        var told = new HashMap<String, Object>(after);
        told.put("number", action.number());
        events.publishEvent(new Happening(action.id().subject(), verb, actor.id(), Map.of(), told, now()));
    }

    private void tell(Set<PersonId> who, String key, ActionView action) {
        notifications.tell(who, new Sentence(key, action.number()), action.id().subject(), "actions/" + action.number());
    }

    private static String filled(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "improvement.invalid.blank");
        }
        if (text.strip().length() > 1000) {
            throw new InvalidInput(field, "improvement.invalid.long", 1000);
        }
        return text.strip();
    }

    private Instant now() {
        return clock.instant();
    }
}
