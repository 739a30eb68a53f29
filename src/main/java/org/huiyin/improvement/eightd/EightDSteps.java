package org.huiyin.improvement.eightd;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.People;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the steps of an 8D: saved as typed while one writes, held apart between two writers, ended through the gate, and
 * from then on evidence. Longer than usual since save, gate and end are one rule.
 */
@Service
@Transactional
public class EightDSteps {

    private static final int LONGEST = 4000;
    private static final int MOST_FIELDS = 800;
    private static final Pattern FIELD = Pattern.compile("[A-Za-z_]{1,40}(\\.[A-Za-z0-9_]{1,40}){0,14}");
    private static final Map<String, Integer> SHORT = Map.of("unit", 20, "number", 80, "from", 40, "to", 40, "name", 120);

    private final EightDs eightDs;
    private final EightDStore store;
    private final TextStore texts;
    private final MeasureLinks links;
    private final EightDApprovals approvals;
    private final Actions actions;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EightDSteps(EightDs eightDs, EightDStore store, TextStore texts, MeasureLinks links, EightDApprovals approvals, Actions actions, People people,
            ApplicationEventPublisher events, Clock clock) {
        this.eightDs = eightDs;
        this.store = store;
        this.texts = texts;
        this.links = links;
        this.approvals = approvals;
        this.actions = actions;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The text of every step that somebody has begun. */
    @Transactional(readOnly = true)
    public Map<EightDStep, StepText> texts(EightDId id) {
        return texts.all(id);
    }

    /** Every ended version of every step. */
    @Transactional(readOnly = true)
    public List<StepEnd> ends(EightDId id) {
        return texts.ends(id);
    }

    /** What D0 to D8 say now. */
    @Transactional(readOnly = true)
    public EightDContent content(EightDView eightD) {
        return content(eightD, texts.all(eightD.id()));
    }

    private EightDContent content(EightDView eightD, Map<EightDStep, StepText> all) {
        Map<EightDStep, Map<String, String>> values = new EnumMap<>(EightDStep.class);
        all.forEach((step, text) -> values.put(step, text.values()));
        return EightDContent.of(values, eightDs.rules(eightD).places());
    }

    /** Makes sure that the step has a row, so that files can be kept with it. */
    public StepText begin(Actor actor, EightDId id, EightDStep step) {
        actor.mustHave(EightDs.WORK);
        eightDs.locked(actor, id);
        texts.begin(id, step, actor.id(), now());
        return texts.lock(id, step);
    }

    /**
     * Saves the step as typed. Where somebody else saved since that version, fields that only one of them changed are put
     * together; a field that both changed is refused with both texts.
     */
    public Saved save(Actor actor, EightDId id, EightDStep step, Map<String, String> typed, int version) {
        return save(actor, id, step, typed, version, false);
    }

    /** The same; where both changed a field the writer may decide that hers counts. */
    public Saved save(Actor actor, EightDId id, EightDStep step, Map<String, String> typed, int version, boolean mineCounts) {
        actor.mustHave(EightDs.WORK);
        var eightD = eightDs.locked(actor, id);
        mustBeWritable(eightD, step);
        var values = clean(typed);
        texts.begin(id, step, actor.id(), now());
        var before = texts.lock(id, step);
        var saved = before.version() == version ? written(actor, id, before, values) : merged(actor, id, before, values, version, mineCounts);
        if (step == EightDStep.D1) {
            tellNewMembers(actor, eightD, before.values());
        }
        return saved;
    }

    private Saved written(Actor actor, EightDId id, StepText before, Map<String, String> values) {
        if (before.values().equals(values)) {
            return new Saved(before.version(), Objects.requireNonNullElse(before.at(), now()), List.of());
        }
        texts.write(id, before, values, actor.id(), now());
        return new Saved(before.version() + 1, now(), List.of());
    }

    private Saved merged(Actor actor, EightDId id, StepText before, Map<String, String> values, int version, boolean mineCounts) {
        var since = texts.since(id, before.step(), version);
        if (since.isEmpty() || since.getFirst().version() != version) {
            throw stale(before, values, before.values().keySet());
        }
        var merging = new Merging(since, before, values, actor.id());
        if (!merging.clashes().isEmpty() && !mineCounts) {
            throw stale(before, values, Set.copyOf(merging.clashes()));
        }
        var together = new LinkedHashMap<>(merging.merged());
        merging.clashes().forEach(field -> together.put(field, values.getOrDefault(field, "")));
        var saved = written(actor, id, before, together);
        return merging.others().isEmpty() ? saved : new Saved(version, saved.at(), merging.others());
    }

    private StaleRecord stale(StepText theirs, Map<String, String> mine, Set<String> fields) {
        var changes = fields.stream().sorted().filter(f -> !theirs.value(f).equals(mine.getOrDefault(f, "")))
                .map(f -> new StaleRecord.Change(new Sentence("web.verbatim", f), theirs.value(f), mine.getOrDefault(f, ""))).toList();
        return new StaleRecord(people.names().getOrDefault(Objects.requireNonNull(theirs.by()), ""), Objects.requireNonNull(theirs.at()), changes);
    }

    private static void mustBeWritable(EightDView eightD, EightDStep step) {
        if (eightD.done(step)) {
            throw new BrokenRule("improvement.eightd.refused.ended", eightD.number(), new Sentence(step.key()));
        }
    }

    private static Map<String, String> clean(Map<String, String> typed) {
        Map<String, String> values = new LinkedHashMap<>();
        typed.forEach((field, text) -> {
            if (FIELD.matcher(field).matches() && !field.startsWith("_")) {
                int dot = field.lastIndexOf('.');
                int longest = SHORT.getOrDefault(field.substring(dot + 1), LONGEST);
                if (text.length() > longest) {
                    throw new InvalidInput(field, "improvement.invalid.long", longest);
                }
                values.put(field, text.replace("\r\n", "\n"));
            }
        });
        if (values.size() > MOST_FIELDS) {
            throw new InvalidInput(InvalidInput.FORM, "improvement.eightd.invalid.fields", MOST_FIELDS);
        }
        return values;
    }

    private void tellNewMembers(Actor actor, EightDView eightD, Map<String, String> before) {
        var former = EightDContent.of(Map.of(EightDStep.D1, before), List.of()).members().stream().map(EightDContent.Member::person).filter(Objects::nonNull).toList();
        var fresh = new java.util.LinkedHashSet<>(eightDs.team(eightD));
        fresh.removeAll(former);
        fresh.remove(actor.id());
        if (eightD.leader() != null) {
            fresh.remove(eightD.leader());
        }
        eightDs.tell(fresh, "improvement.eightd.note.member", eightD);
    }

    /** What the step lacks before it can be ended; nothing when its gate is met. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(EightDView eightD, EightDStep step) {
        return gaps(eightD, step, texts.all(eightD.id()));
    }

    /** The same for every step that is not ended. */
    @Transactional(readOnly = true)
    public Map<EightDStep, List<Gap>> gaps(EightDView eightD) {
        var all = texts.all(eightD.id());
        Map<EightDStep, List<Gap>> gaps = new EnumMap<>(EightDStep.class);
        for (EightDStep step : EightDStep.values()) {
            if (!eightD.done(step)) {
                gaps.put(step, gaps(eightD, step, all));
            }
        }
        return gaps;
    }

    private List<Gap> gaps(EightDView eightD, EightDStep step, Map<EightDStep, StepText> all) {
        var rules = eightDs.rules(eightD);
        var typed = all.containsKey(step) ? Objects.requireNonNull(all.get(step)).values() : Map.<String, String>of();
        var gaps = new ArrayList<Gap>();
        for (EightDStep before : EightDStep.values()) {
            if (before.compareTo(step) < 0 && step != EightDStep.D8 && eightD.depth().asks(step) && eightD.depth().asks(before) && !eightD.done(before)) {
                gaps.add(Gap.of("done", "improvement.eightd.gate.stepOpen", new Sentence(before.key())));
            }
        }
        gaps.addAll(Gates.gaps(eightD, rules, content(eightD, all), step, typed,
                new Gates.Standing(openMeasures(eightD), approvals.approved(eightD))));
        return gaps;
    }

    private List<String> openMeasures(EightDView eightD) {
        return measures(eightD).values().stream().filter(MeasureView::open).map(MeasureView::words).toList();
    }

    /** The measures of the tracking table by the line of D5 that set them. */
    @Transactional(readOnly = true)
    public Map<Integer, MeasureView> measures(EightDView eightD) {
        Map<Integer, MeasureView> found = new LinkedHashMap<>();
        var linked = texts.measures(eightD.id());
        store.action(eightD.id()).ifPresent(action -> {
            var all = new HashMap<UUID, MeasureView>();
            actions.measures(action).forEach(m -> all.put(m.id(), m));
            linked.forEach((line, id) -> found.put(line, Objects.requireNonNull(all.get(id))));
        });
        return found;
    }

    /** Whoever carries the measures out or ended one. */
    @Transactional(readOnly = true)
    public Set<PersonId> doers(EightDView eightD) {
        var doers = new java.util.LinkedHashSet<PersonId>();
        measures(eightD).values().forEach(m -> {
            doers.add(m.owner());
            if (m.end() != null) {
                doers.add(m.end().by());
            }
        });
        return doers;
    }

    /** Whether D7, ended, names a work standard with its new revision (001/3.4). */
    @Transactional(readOnly = true)
    public boolean standardRevised(EightDView eightD) {
        return eightD.done(EightDStep.D7)
                && content(eightD).prevention().documents().stream().anyMatch(d -> d.kind() == DocumentKind.WORK_STANDARD && d.whole());
    }

    /** Words that sound like a cause and are none, in one step as it is typed. */
    @Transactional(readOnly = true)
    public List<Gap> hints(EightDView eightD, EightDStep step, Map<String, String> typed) {
        return Hollow.hints(eightDs.rules(eightD), step, typed);
    }

    /** The same in the whole 8D, to be read before it is sent. */
    @Transactional(readOnly = true)
    public Map<EightDStep, List<Gap>> hints(EightDView eightD) {
        Map<EightDStep, List<Gap>> hints = new EnumMap<>(EightDStep.class);
        texts.all(eightD.id()).forEach((step, text) -> {
            var found = hints(eightD, step, text.values());
            if (!found.isEmpty()) {
                hints.put(step, found);
            }
        });
        return hints;
    }

    /** Ends the step as it was saved: refused with every gap while its gate is not met. From then on it is evidence. */
    public void end(Actor actor, EightDId id, EightDStep step, int version) {
        actor.mustHave(EightDs.WORK);
        var eightD = eightDs.locked(actor, id);
        mustBeWritable(eightD, step);
        texts.begin(id, step, actor.id(), now());
        var text = texts.lock(id, step);
        if (text.version() != version) {
            throw stale(text, Map.of(), Set.of());
        }
        var gaps = gaps(eightD, step);
        if (!gaps.isEmpty()) {
            Map<String, Sentence> problems = new LinkedHashMap<>();
            gaps.forEach(gap -> problems.merge(gap.field(), gap.what(), (one, two) -> new Sentence("improvement.eightd.gate.both", one, two)));
            throw new InvalidInput(problems);
        }
        var content = content(eightD);
        UUID end = texts.end(id, step, eightD.round(), text.values(), actor.id(), now());
        texts.rows(end, step, content);
        if (step == EightDStep.D5) {
            links.carry(actor, eightD, content, end);
        }
        eightDs.note(actor, eightD, EightDEvent.Kind.STEP_DONE, "", Map.of("step", step.name(), "hash", TextStore.hash(text.values())));
        eightDs.restand(id);
        events.publishEvent(new EightDStepDone(id, step, Set.copyOf(eightD.sources()), actor.id(), now()));
        tellNext(actor, id, step);
    }

    private void tellNext(Actor actor, EightDId id, EightDStep step) {
        var eightD = eightDs.get(id);
        Set<PersonId> rest = new java.util.LinkedHashSet<>(eightDs.team(eightD));
        rest.remove(actor.id());
        eightDs.tell(rest, "improvement.eightd.note.step", eightD, new Sentence(step.key()));
    }

    private Instant now() {
        return clock.instant();
    }
}
