package org.huiyin.complaint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.ImprovementSection;
import org.huiyin.improvement.Verification;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The light way of a complaint (one cause, one measure: 001/5.2.2.5, D24) and what can happen to any: its
 * people change, it concerns safety after all, it is withdrawn, it is opened again (T-REOPEN).
 */
@Service
@Transactional
public class Casework {

    private static final int LONGEST = 4_000;
    private static final String ORIGIN = "COMPLAINT";
    private static final String LIGHT = "LIGHT";

    private final ComplaintStore complaints;
    private final Complaints face;
    private final Facts facts;
    private final Triage triage;
    private final Repeats repeats;
    private final Handing handing;
    private final Clocks clocks;
    private final EightDBridge eightDs;
    private final Watching watching;
    private final Procedures procedures;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Casework(ComplaintStore complaints, Complaints face, Facts facts, Triage triage, Repeats repeats, Handing handing, Clocks clocks, EightDBridge eightDs, Watching watching, Procedures procedures, People people,
            ApplicationEventPublisher events, Clock clock) {
        this.complaints = complaints;
        this.face = face;
        this.facts = facts;
        this.triage = triage;
        this.repeats = repeats;
        this.handing = handing;
        this.clocks = clocks;
        this.eightDs = eightDs;
        this.watching = watching;
        this.procedures = procedures;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** What was found or done; for stubborn problems the remedy names the work standard and its revision (001/3.4). */
    public void note(Actor actor, ComplaintId id, Fact fact, String words, String standard, String revision, int version) {
        var k = open(actor, "complaint.work", id, version);
        if (!triage.leads(actor, k)) {
            throw new BrokenRule("complaint.refused.notLeading", names(handing.leading(k, facts.section(k))));
        }
        if (!Set.of(Fact.CONTAINED, Fact.CAUSE_FOUND, Fact.MEASURES_SET, Fact.MEASURES_DONE).contains(fact)) {
            throw new InvalidInput("fact", "web.invalid.choice");
        }
        if (k.triage() == null) {
            throw new BrokenRule("complaint.refused.notTriaged", k.number());
        }
        if (!eightDs.about(id).isEmpty()) {
            throw new BrokenRule("complaint.refused.inEightD", k.number(), eightDs.about(id).getLast().number());
        }
        if (fact == Fact.MEASURES_DONE && !facts.has(k, Fact.CAUSE_FOUND)) {
            throw new BrokenRule("complaint.refused.noCause", k.number());
        }
        if (fact == Fact.MEASURES_DONE && k.stubborn() && standard.isBlank()) {
            throw new InvalidInput("standard", "complaint.refused.noStandard", k.number());
        }
        Map<String, String> details = new LinkedHashMap<>(Map.of("words", filled("words", words)));
        if (!standard.isBlank() || !revision.isBlank()) {
            details.put("standard", filled("standard", standard));
            details.put("revision", filled("revision", revision));
        }
        facts.note(actor.id(), id, fact, clock.instant(), details);
        if (fact == Fact.MEASURES_DONE) {
            watching.begin(actor.id(), k, clock.instant());
        }
    }

    /**
     * Says that the effect of an occasional complaint cannot be judged, where no measure was taken that could be watched; only
     * where the procedure lets occasional complaints go the light way (D18, D24). Every other verdict is signed ({@code Effects}).
     */
    public void unassessable(Actor actor, ComplaintId id, String reason, int version) {
        var k = open(actor, "complaint.work", id, version);
        var why = filled("reason", reason);
        var roles = verifiers(k);
        if (actor.roles().stream().noneMatch(roles::contains)) {
            throw new BrokenRule("complaint.refused.notVerifier", names(roles));
        }
        if (watching.current(k).isPresent() || facts.has(k, Fact.MEASURES_DONE)) {
            throw new BrokenRule("complaint.refused.watched", k.number());
        }
        if (!light(k)) {
            throw new BrokenRule("complaint.refused.noMeasure", k.number());
        }
        facts.note(actor.id(), id, Fact.NOT_ASSESSABLE, clock.instant(), Map.of("finding", why));
    }

    private Set<String> verifiers(ComplaintView k) {
        return procedures.byId(k.profileVersion()).section("verification", Verification.class).rolesByOrigin().getOrDefault(ORIGIN, Set.of());
    }

    private boolean light(ComplaintView k) {
        return k.triage() == TriageClass.OCCASIONAL && !k.stubborn() && facts.section(k).occasionalActions().equals(LIGHT) && eightDs.about(k.id()).isEmpty();
    }

    /** Whether the actor may say so. */
    @Transactional(readOnly = true)
    public boolean mayLeaveUnassessed(Actor actor, ComplaintView k) {
        return k.standing() == Standing.WATCHED && actor.may("complaint.work") && actor.roles().stream().anyMatch(verifiers(k)::contains) && light(k)
                && !facts.has(k, Fact.MEASURES_DONE) && watching.current(k).isEmpty();
    }

    /** Every round of watching the effect of the complaint, or of an 8D that answers it. */
    @Transactional(readOnly = true)
    public List<EffectView> effects(ComplaintId id) {
        return watching.of(id);
    }

    /** The customer takes it back, or it never was one; the number stays used and says why. */
    public void withdraw(Actor actor, ComplaintId id, String reason, int version) {
        var k = open(actor, actor.may("complaint.triage") ? "complaint.triage" : "complaint.answer", id, version);
        var why = filled("reason", reason);
        facts.note(actor.id(), id, Fact.WITHDRAWN, clock.instant(), Map.of("reason", why));
        face.withdrawn(actor.id(), k, why, clock.instant());
        watching.again(actor.id(), id, new Sentence("complaint.effect.end.withdrawn", k.number(), why));
        complaints.due(k.id(), null);
    }

    /** Opens a closed complaint again; after the days of the profile a new one is taken in instead (D19). */
    public void reopen(Actor actor, ComplaintId id, String reason, int version) {
        actor.mustHave(actor.may("complaint.triage") ? "complaint.triage" : "complaint.answer");
        var k = complaints.lock(id).filter(c -> face.sees(actor, c)).orElseThrow(NotFound::new);
        handing.mustBeFresh(k, version);
        if (k.open()) {
            throw new BrokenRule("complaint.refused.stillOpen", k.number());
        }
        int days = procedures.byId(k.profileVersion()).section("improvement", ImprovementSection.class).reopenDays();
        Instant closed = k.closedAt();
        if (closed != null && clock.instant().isAfter(closed.plus(Duration.ofDays(days)))) {
            throw new BrokenRule("complaint.refused.reopenLate", days);
        }
        repeats.reopen(actor.id(), List.of(k), clock.instant(), Map.of("reason", filled("reason", reason)));
    }

    /** Opens an 8D for the complaint where there is none that is open. */
    public EightDView openEightD(Actor actor, ComplaintId id, boolean full, int version) {
        var k = open(actor, actor.may("complaint.triage") ? "complaint.triage" : "complaint.work", id, version);
        var there = eightDs.about(id).stream().filter(e -> !e.closed()).findFirst();
        return there.isPresent() ? there.get() : eightDs.open(actor, k, full ? EightDDepth.FULL : EightDDepth.LIGHT);
    }

    /** The 8Ds that answer the complaint. */
    @Transactional(readOnly = true)
    public List<EightDView> eightDs(ComplaintId id) {
        return eightDs.about(id);
    }

    /** The 8D whose report answers the complaint, and whether it may go out as it stands. */
    @Transactional(readOnly = true)
    public Optional<Outgoing> outgoing(ComplaintId id) {
        return eightDs.reported(id).map(e -> new Outgoing(e, eightDs.approved(e)));
    }

    /** An 8D before it goes to the customer. */
    public record Outgoing(EightDView eightD, boolean approved) {}

    /** Puts the complaint into other hands. */
    public void hand(Actor actor, ComplaintId id, @Nullable PersonId sales, @Nullable PersonId work, int version) {
        var k = open(actor, actor.may("complaint.triage") ? "complaint.triage" : "complaint.answer", id, version);
        for (PersonId person : java.util.stream.Stream.of(sales, work).filter(java.util.Objects::nonNull).toList()) {
            if (!people.get(person).active()) {
                throw new InvalidInput("work", "complaint.invalid.left", people.get(person).name());
            }
        }
        complaints.owners(id, sales, work, actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), "hand", actor.id(), people(k.salesOwner(), k.workOwner()), people(sales, work), clock.instant()));
        var told = java.util.stream.Stream.of(sales, work).filter(java.util.Objects::nonNull)
                .filter(p -> !p.equals(actor.id()) && !p.equals(k.salesOwner()) && !p.equals(k.workOwner())).collect(Collectors.toSet());
        handing.tell(told, new Sentence("complaint.note.yours", k.number(), k.title()), k);
    }

    private static Map<String, @Nullable Object> people(@Nullable PersonId sales, @Nullable PersonId work) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("sales", sales == null ? "" : sales.value().toString());
        map.put("work", work == null ? "" : work.value().toString());
        return map;
    }

    /** It went to somebody outside: a test house, an arbitrator, an authority; whoever works on it or answers it notes that, each time. */
    public void refer(Actor actor, ComplaintId id, String to, String words, int version) {
        open(actor, actor.may("complaint.answer") ? "complaint.answer" : "complaint.work", id, version);
        facts.note(actor.id(), id, Fact.REFERRED, clock.instant(), Map.of("to", filled("to", to), "words", words.strip().length() > LONGEST ? words.strip().substring(0, LONGEST) : words.strip()));
    }

    /** It concerns safety after all, or turns out not to; the top hears of the first at once. */
    public void safety(Actor actor, ComplaintId id, boolean safety, String reason, int version) {
        var k = open(actor, safety ? "complaint.record" : "complaint.triage", id, version);
        if (k.safety() == safety) {
            return;
        }
        complaints.safety(id, safety, actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), safety ? "alarm" : "calm", actor.id(), Map.of("safety", k.safety()),
                Map.of("number", k.number(), "safety", safety, "reason", filled("reason", reason)), clock.instant()));
        if (safety) {
            handing.alarm(k, facts.section(k));
        }
    }

    /** The clock stands still while the customer has to do something, such as to send the sample; the reason stays to be read. */
    public void pause(Actor actor, ComplaintId id, Instant from, String reason, int version) {
        clocks.pause(actor, open(actor, actor.may("complaint.work") ? "complaint.work" : "complaint.answer", id, version), from, reason);
    }

    /** The clock runs on. */
    public void resume(Actor actor, ComplaintId id, Instant at, int version) {
        clocks.resume(actor, open(actor, actor.may("complaint.work") ? "complaint.work" : "complaint.answer", id, version), at);
    }

    /** The date by which the register sorts follows the clock, wherever it was stopped. */
    @EventListener
    void moved(PromiseMoved moved) {
        if (moved.kind() == PromiseKind.ANSWER || moved.kind() == PromiseKind.FINAL) {
            complaints.heard(moved.voice()).ifPresent(k -> complaints.due(k.id(), moved.due()));
        }
    }

    /** Notes that the complaint belongs to another one. */
    public void relate(Actor actor, ComplaintId id, String number, String kind) {
        actor.mustHave("complaint.work");
        var k = face.get(actor, id);
        var other = complaints.find(number.strip()).filter(c -> face.sees(actor, c)).orElseThrow(() -> new InvalidInput("number", "complaint.invalid.number"));
        if (other.id().equals(id)) {
            throw new InvalidInput("number", "complaint.invalid.itself");
        }
        repeats.relate(actor.id(), k, other, Set.of("REPEAT", "DUPLICATE", "ALIKE").contains(kind) ? kind : "ALIKE");
    }

    private ComplaintView open(Actor actor, String right, ComplaintId id, int version) {
        actor.mustHave(right);
        var k = complaints.lock(id).filter(c -> face.sees(actor, c)).orElseThrow(NotFound::new);
        handing.mustBeFresh(k, version);
        if (!k.open()) {
            throw new BrokenRule("complaint.refused.closed", k.number());
        }
        return k;
    }

    private String names(java.util.Collection<String> roles) {
        return String.join("、", roles.stream().sorted().map(people::roleName).distinct().toList());
    }

    private static String filled(String field, String text) {
        if (text.isBlank()) {
            throw new InvalidInput(field, "complaint.invalid.empty");
        }
        if (text.strip().length() > LONGEST) {
            throw new InvalidInput(field, "complaint.invalid.long", LONGEST);
        }
        return text.strip();
    }
}
