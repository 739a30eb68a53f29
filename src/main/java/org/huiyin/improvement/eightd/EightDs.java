package org.huiyin.improvement.eightd;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Numbers;
import org.huiyin.web.Language;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 8Ds: opened for one complaint or many, led by a person, opened again where a customer rejects them; every version stays
 * (001/5.2.2.4, 5.2.2.5). The steps themselves are written through {@link EightDSteps}.
 */
@Service
@Transactional
public class EightDs {

    static final String READ = "action.read";
    static final String WORK = "eightd.work";
    private static final List<String> OPENERS = List.of(WORK, "complaint.work", "complaint.triage");
    private static final List<String> REOPENERS = List.of(WORK, "complaint.work", "complaint.answer");

    private final EightDStore store;
    private final TextStore texts;
    private final Stages stages;
    private final List<EightDSource> sources;
    private final Procedures procedures;
    private final People people;
    private final Numbers numbers;
    private final Notifications notifications;
    private final ObjectProvider<EightDPapers> papers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EightDs(EightDStore store, TextStore texts, Stages stages, List<EightDSource> sources, Procedures procedures, People people, Numbers numbers,
            Notifications notifications, ObjectProvider<EightDPapers> papers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.stages = stages;
        this.sources = sources;
        this.procedures = procedures;
        this.people = people;
        this.numbers = numbers;
        this.notifications = notifications;
        this.papers = papers;
        this.events = events;
        this.clock = clock;
    }

    /** Opens an 8D; its leader is told. */
    public EightDId open(Actor actor, NewEightD wanted) {
        mustHaveOne(actor, OPENERS);
        check(wanted);
        var profile = procedures.byId(wanted.profileVersion());
        var rules = EightDRules.of(profile);
        var id = new EightDId(Ids.next());
        var number = numbers.next(rules.prefix(), procedures.today().getYear()).toString();
        store.insert(id, number, wanted, first(wanted.depth()), stages.first(wanted.depth(), wanted.customer(), rules, now()), actor.id(), now());
        wanted.sources().forEach(source -> store.addSource(id, source, actor.id(), now()));
        store.note(id, 1, EightDEvent.Kind.OPENED, "", Map.of("depth", wanted.depth().name()), actor.id(), now());
        happen(actor.id(), get(id), "open", Map.of("title", wanted.title().strip(), "depth", wanted.depth().name(), "sources", ids(wanted.sources())));
        if (wanted.leader() != null) {
            tell(Set.of(wanted.leader()), "improvement.eightd.note.leader", get(id));
        }
        return id;
    }

    private static EightDStep first(EightDDepth depth) {
        return depth == EightDDepth.FULL ? EightDStep.D0 : EightDStep.D2;
    }

    private void check(NewEightD wanted) {
        if (wanted.title().isBlank()) {
            throw new InvalidInput("title", "improvement.eightd.invalid.title");
        }
        if (wanted.title().strip().length() > 200) {
            throw new InvalidInput("title", "improvement.invalid.long", 200);
        }
        if (wanted.leader() != null && !people.get(wanted.leader()).active()) {
            throw new InvalidInput("leader", "improvement.invalid.left");
        }
    }

    /** The 8D, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public EightDView get(EightDId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The 8D with the number, if the actor may see it: clerks those of their customers and those they work on. */
    @Transactional(readOnly = true)
    public EightDView byNumber(Actor actor, String number) {
        actor.mustHave(READ);
        return store.find(number).filter(e -> sees(actor, e)).orElseThrow(NotFound::new);
    }

    boolean sees(Actor actor, EightDView e) {
        return actor.may("customer.readAll") || e.customer() == null || actor.id().equals(e.customerOwner()) || actor.id().equals(e.leader())
                || actor.id().equals(e.openedBy()) || team(e).contains(actor.id());
    }

    /** The leader and the members who belong to the company. */
    @Transactional(readOnly = true)
    public Set<PersonId> team(EightDView e) {
        var team = new LinkedHashSet<PersonId>();
        if (e.leader() != null) {
            team.add(e.leader());
        }
        texts.find(e.id(), EightDStep.D1).map(text -> EightDContent.of(Map.of(EightDStep.D1, text.values()), List.of())).ifPresent(content ->
                content.members().forEach(m -> {
                    if (m.person() != null) {
                        team.add(m.person());
                    }
                }));
        return team;
    }

    /** The 8Ds that answer the record now. */
    @Transactional(readOnly = true)
    public List<EightDView> about(SubjectRef source) {
        return store.about(source);
    }

    /** A page of the list: open ones by the next date first. */
    @Transactional(readOnly = true)
    public List<EightDView> list(Actor actor, EightDFilter filter) {
        actor.mustHave(READ);
        return store.list(actor, filter, now());
    }

    /** How many the filter finds. */
    @Transactional(readOnly = true)
    public long count(Actor actor, EightDFilter filter) {
        actor.mustHave(READ);
        return store.count(actor, filter, now());
    }

    /** What happened, in order. */
    @Transactional(readOnly = true)
    public List<EightDEvent> events(EightDId id) {
        return store.events(id);
    }

    /** The stages with their dates. */
    @Transactional(readOnly = true)
    public List<Stage> stages(EightDView eightD) {
        return stages.of(eightD, rules(eightD));
    }

    /** What the procedure says, as it stood when the 8D was opened. */
    @Transactional(readOnly = true)
    public EightDRules rules(EightDView eightD) {
        return EightDRules.of(procedures.byId(eightD.profileVersion()));
    }

    /** The records that the 8D answers, as the modules that keep them tell. */
    @Transactional(readOnly = true)
    public List<EightDSource.SourceLine> sourceLines(EightDView eightD) {
        return eightD.sources().stream().flatMap(s -> line(s).stream()).toList();
    }

    /** One record that an 8D answers. */
    @Transactional(readOnly = true)
    public Optional<EightDSource.SourceLine> line(SubjectRef source) {
        return sources.stream().filter(s -> s.subjectType().equals(source.type())).findFirst().flatMap(s -> s.line(source.id()));
    }

    /** The pictures of those records, with what is marked on them. */
    @Transactional(readOnly = true)
    public List<EightDSource.Picture> pictures(EightDView eightD) {
        return eightD.sources().stream().flatMap(ref -> sources.stream().filter(s -> s.subjectType().equals(ref.type())).flatMap(s -> s.pictures(ref.id()).stream())).toList();
    }

    /** The record with the number that somebody typed. */
    @Transactional(readOnly = true)
    public Optional<SubjectRef> sourceByNumber(String number) {
        return sources.stream().flatMap(s -> s.byNumber(number.strip()).map(id -> new SubjectRef(s.subjectType(), id)).stream()).findFirst();
    }

    /** The 8D answers one more complaint. */
    public void addSource(Actor actor, EightDId id, SubjectRef source, int version) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id, version);
        if (eightD.sources().contains(source)) {
            throw new BrokenRule("improvement.eightd.refused.sourceThere", eightD.number());
        }
        store.addSource(id, source, actor.id(), now());
        store.stand(id, eightD.standing(), eightD.stageDue(), eightD.round());
        note(actor, eightD, EightDEvent.Kind.SOURCE_ADDED, "", Map.of("type", source.type(), "source", source.id().toString()));
        events.publishEvent(new EightDSourceAdded(id, source, actor.id(), now()));
    }

    /** A complaint is taken off again, with the reason. */
    public void removeSource(Actor actor, EightDId id, SubjectRef source, String reason, int version) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id, version);
        if (!eightD.sources().contains(source)) {
            throw new NotFound();
        }
        store.endSource(id, source, filled("reason", reason), actor.id(), now());
        store.stand(id, eightD.standing(), eightD.stageDue(), eightD.round());
        note(actor, eightD, EightDEvent.Kind.SOURCE_REMOVED, reason.strip(), Map.of("type", source.type(), "source", source.id().toString()));
    }

    /** Refers to an earlier 8D of the same customer that found its causes; never to one that refers itself. */
    public void refer(Actor actor, EightDId id, String earlierNumber, String reason) {
        actor.mustHave(WORK);
        var eightD = locked(actor, id);
        var earlier = store.find(earlierNumber.strip()).filter(e -> sees(actor, e))
                .orElseThrow(() -> new InvalidInput("earlier", "improvement.eightd.invalid.earlier", earlierNumber.strip()));
        boolean same = java.util.Objects.equals(earlier.customer(), eightD.customer());
        if (earlier.id().equals(id) || !same) {
            throw new InvalidInput("earlier", "improvement.eightd.invalid.otherCustomer", earlier.number());
        }
        if (!earlier.done(EightDStep.D4)) {
            throw new InvalidInput("earlier", "improvement.eightd.invalid.noCause", earlier.number());
        }
        if (!store.earlier(earlier.id()).isEmpty()) {
            throw new InvalidInput("earlier", "improvement.eightd.invalid.chain", earlier.number());
        }
        store.refer(id, earlier.id(), filled("reason", reason), actor.id(), now());
        note(actor, eightD, EightDEvent.Kind.REFERRED, reason.strip(), Map.of("earlier", earlier.number()));
    }

    /** The earlier 8Ds that it refers to. */
    @Transactional(readOnly = true)
    public List<EightDView> earlier(EightDId id) {
        return store.earlier(id).stream().map(this::get).toList();
    }

    /** The later 8Ds that refer to it. */
    @Transactional(readOnly = true)
    public List<EightDView> later(EightDId id) {
        return store.later(id).stream().map(this::get).toList();
    }

    /** Names who leads. */
    public void lead(Actor actor, EightDId id, PersonId leader, int version) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id, version);
        mustBeOpen(eightD);
        if (!people.get(leader).active()) {
            throw new InvalidInput("leader", "improvement.invalid.left");
        }
        store.lead(id, leader);
        note(actor, eightD, EightDEvent.Kind.LEADER, "", Map.of("leader", leader.value().toString()));
        tell(Set.of(leader), "improvement.eightd.note.leader", eightD);
    }

    /** Another unit leads: the one person who holds its role, else nobody until one of it is named; all of it hear of that. */
    public void handOver(Actor actor, EightDId id, Set<PersonId> unit, String reason) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id);
        if (unit.isEmpty() || eightD.leader() != null && unit.contains(eightD.leader())) {
            return;
        }
        var leader = unit.size() == 1 ? unit.iterator().next() : null;
        store.lead(id, leader);
        note(actor, eightD, EightDEvent.Kind.LEADER, filled("reason", reason), Map.of("leader", leader == null ? "" : leader.value().toString()));
        tell(unit, leader == null ? "improvement.eightd.note.handedOver" : "improvement.eightd.note.leader", eightD);
    }

    /** Asks for the full form where the light one does not do. */
    public void deepen(Actor actor, EightDId id, String reason) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id);
        mustBeOpen(eightD);
        if (eightD.depth() == EightDDepth.FULL) {
            return;
        }
        store.deepen(id, EightDDepth.FULL, eightD.stubborn());
        note(actor, eightD, EightDEvent.Kind.DEEPENED, filled("reason", reason), Map.of());
        restand(id);
    }

    /** A problem that keeps coming back: the full form, and no end without a revised work standard (001/3.4). */
    public void markStubborn(Actor actor, EightDId id, String reason) {
        mustHaveOne(actor, OPENERS);
        var eightD = locked(actor, id);
        if (eightD.stubborn()) {
            return;
        }
        store.deepen(id, EightDDepth.FULL, true);
        note(actor, eightD, EightDEvent.Kind.STUBBORN, filled("reason", reason), Map.of());
        restand(id);
        tell(team(eightD), "improvement.eightd.note.stubborn", eightD);
    }

    /** Opens a step again, and every later one that follows from it; what was ended stays as it was (T-REOPEN). */
    public void reopen(Actor actor, EightDId id, EightDStep step, String reason) {
        if (!actor.id().equals(PersonId.SYSTEM)) {
            mustHaveOne(actor, REOPENERS);
        }
        var eightD = locked(actor, id);
        String why = filled("reason", reason);
        if (!eightD.done(step)) {
            throw new BrokenRule("improvement.eightd.refused.notEnded", eightD.number(), new Sentence(step.key()));
        }
        int round = eightD.round() + 1;
        store.reopen(id, round, step, why, actor.id(), now());
        store.stand(id, step, null, round);
        store.note(id, round, EightDEvent.Kind.REOPENED, why, Map.of("step", step.name()), actor.id(), now());
        happen(actor.id(), eightD, "reopen", Map.of("step", step.name(), "reason", why, "round", round));
        restand(id);
        events.publishEvent(new EightDReopened(id, step, Set.copyOf(eightD.sources()), why));
        tell(team(eightD), "improvement.eightd.note.reopened", eightD);
    }

    /** The report on paper, labels in the language, texts as written. */
    @Transactional(readOnly = true)
    public byte[] pdf(Actor actor, EightDId id, Language language) {
        return papers.getObject().pdf(actor, seen(actor, id), language);
    }

    /** The report as a Word file in our own form. */
    @Transactional(readOnly = true)
    public byte[] word(Actor actor, EightDId id, Language language) {
        return papers.getObject().word(seen(actor, id), language);
    }

    private EightDView seen(Actor actor, EightDId id) {
        if (!actor.id().equals(PersonId.SYSTEM)) {
            actor.mustHave(READ);
        }
        return store.find(id).filter(e -> actor.id().equals(PersonId.SYSTEM) || sees(actor, e)).orElseThrow(NotFound::new);
    }

    /** Reckons where the 8D stands after a step was ended or opened. */
    void restand(EightDId id) {
        var eightD = get(id);
        EightDStep standing = null;
        for (EightDStep step : EightDStep.values()) {
            if (standing == null && eightD.depth().asks(step) && !eightD.done(step)) {
                standing = step;
            }
        }
        store.stand(id, standing, standing == null ? null : stages.next(eightD, rules(eightD)), eightD.round());
    }

    EightDView locked(Actor actor, EightDId id) {
        return store.lock(id).filter(e -> actor.id().equals(PersonId.SYSTEM) || sees(actor, e)).orElseThrow(NotFound::new);
    }

    private EightDView locked(Actor actor, EightDId id, int version) {
        var eightD = locked(actor, id);
        if (eightD.version() != version) {
            var last = store.events(id).getLast();
            throw new StaleRecord(people.names().getOrDefault(last.by(), ""), last.at(), List.of());
        }
        return eightD;
    }

    static void mustBeOpen(EightDView eightD) {
        if (eightD.closed()) {
            throw new BrokenRule("improvement.eightd.refused.closed", eightD.number());
        }
    }

    private static void mustHaveOne(Actor actor, List<String> rights) {
        if (rights.stream().noneMatch(actor::may)) {
            actor.mustHave(rights.getFirst());
        }
    }

    void note(Actor actor, EightDView eightD, EightDEvent.Kind kind, String words, Map<String, String> details) {
        store.note(eightD.id(), eightD.round(), kind, words, details, actor.id(), now());
        var told = new HashMap<String, Object>(details);
        told.put("words", words);
        happen(actor.id(), eightD, kind.name().toLowerCase(java.util.Locale.ROOT), told);
    }

    void happen(PersonId by, EightDView eightD, String verb, Map<String, ? extends Object> after) {
        var told = new HashMap<String, Object>(after);
        told.put("number", eightD.number());
        events.publishEvent(new Happening(eightD.id().subject(), verb, by, Map.of(), told, now()));
    }

    void tell(Set<PersonId> who, String key, EightDView eightD, Object... more) {
        var args = new ArrayList<Object>(List.of(eightD.number()));
        args.addAll(List.of(more));
        notifications.tell(who, new Sentence(key, args), eightD.id().subject(), eightD.path());
    }

    private static List<String> ids(Set<SubjectRef> sources) {
        return sources.stream().map(s -> s.type() + " " + s.id()).sorted().toList();
    }

    static String filled(String field, String text) {
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
