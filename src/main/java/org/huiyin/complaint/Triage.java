package org.huiyin.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quality looks at a complaint and decides its class; who decides and which classes there are says the profile (001/5.2.1.3–5.2.2.4). */
@Service
@Transactional
public class Triage {

    private final ComplaintStore complaints;
    private final Complaints face;
    private final TriageStore store;
    private final Facts facts;
    private final Clocks clocks;
    private final Handing handing;
    private final EightDBridge eightDs;
    private final Watching watching;
    private final Attachments attachments;
    private final Calendars calendars;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Triage(ComplaintStore complaints, Complaints face, TriageStore store, Facts facts, Clocks clocks, Handing handing, EightDBridge eightDs, Watching watching, Attachments attachments,
            Calendars calendars, People people, ApplicationEventPublisher events, Clock clock) {
        this.complaints = complaints;
        this.face = face;
        this.store = store;
        this.facts = facts;
        this.clocks = clocks;
        this.handing = handing;
        this.eightDs = eightDs;
        this.watching = watching;
        this.attachments = attachments;
        this.calendars = calendars;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Quality confirms or not, says how grave it is, and whether a sample is wanted; may be given again when more is known. */
    public void confirm(Actor actor, ComplaintId id, NewAssessment given, int version) {
        actor.mustHave("complaint.work");
        var complaint = open(actor, id, version);
        mustLead(actor, complaint);
        if (given.words().isEmpty()) {
            throw new InvalidInput("words", "complaint.invalid.assessment");
        }
        if (given.severity() == NewAssessment.Severity.CRITICAL && given.risk().isEmpty()) {
            throw new InvalidInput("risk", "complaint.invalid.risk");
        }
        store.add(id, given, actor.id(), clock.instant());
        facts.note(actor.id(), id, Fact.ASSESSED, clock.instant(), Map.of("confirmed", given.confirmed().name(), "severity", given.severity().name(),
                "sample", given.sample().name()));
        clocks.kept(actor.id(), complaint, org.huiyin.voice.PromiseKind.ASSESS, "ASSESSED", clock.instant());
    }

    /** Decides the class. What is not ours needs its evidence; a revision keeps the earlier decision. */
    public void assess(Actor actor, ComplaintId id, NewTriage given, int version) {
        actor.mustHave("complaint.triage");
        var complaint = open(actor, id, version);
        var section = facts.section(complaint);
        mayDecide(actor, section);
        if (!section.gated().contains(complaint.kind())) {
            throw new BrokenRule("complaint.refused.noTriage", new Sentence("complaint.feedbackKind." + complaint.kind().name().toLowerCase(java.util.Locale.ROOT)));
        }
        if (!section.triage().contains(given.triage())) {
            throw new InvalidInput("triage", "complaint.invalid.class");
        }
        if (given.reason().isEmpty()) {
            throw new InvalidInput("reason", "complaint.invalid.reason");
        }
        if (given.triage() == TriageClass.NOT_OURS && attachments.of(id.subject()).stream().noneMatch(file -> file.struck() == null)) {
            throw new BrokenRule("complaint.refused.noEvidence");
        }
        if (given.triage() == complaint.triage() && store.triages(id).stream().anyMatch(t -> t.round() == complaint.round())) {
            throw new BrokenRule("complaint.refused.sameClass", new Sentence(key(given.triage())));
        }
        decide(actor, complaint, given);
    }

    private void decide(Actor actor, ComplaintView complaint, NewTriage given) {
        Instant now = clock.instant();
        boolean late = now.isAfter(calendars.inForce().sameDayClose(complaint.receivedAt()));
        store.add(complaint.id(), complaint.round(), given, late, actor.id(), now);
        complaints.classify(complaint.id(), given.triage());
        facts.note(actor.id(), complaint.id(), Fact.TRIAGED, now, Map.of("class", given.triage().name(), "before",
                complaint.triage() == null ? "" : complaint.triage().name(), "late", String.valueOf(late)));
        complaints.due(complaint.id(), clocks.triaged(actor, complaint, given.triage()));
        eightDs.triaged(actor, complaint, given);
        watching.again(actor.id(), complaint.id(), new Sentence("complaint.effect.end.notOurs", complaint.number(), given.reason()));
        events.publishEvent(new ComplaintTriaged(complaint.id(), given.triage().name()));
        if (complaint.salesOwner() != null && !complaint.salesOwner().equals(actor.id())) {
            handing.tell(List.of(complaint.salesOwner()), new Sentence("complaint.note.triaged", complaint.number(), new Sentence(key(given.triage()))), complaint);
        }
    }

    private ComplaintView open(Actor actor, ComplaintId id, int version) {
        var complaint = complaints.lock(id).filter(k -> face.sees(actor, k)).orElseThrow(NotFound::new);
        handing.mustBeFresh(complaint, version);
        if (!complaint.open()) {
            throw new BrokenRule("complaint.refused.closed", complaint.number());
        }
        return complaint;
    }

    /** The unit that leads the complaint, by its roles of the profile. */
    private void mustLead(Actor actor, ComplaintView complaint) {
        var section = facts.section(complaint);
        var roles = new java.util.TreeSet<>(handing.leading(complaint, section));
        roles.addAll(section.decides());
        if (actor.roles().stream().noneMatch(roles::contains) && !actor.id().equals(complaint.workOwner())) {
            throw new BrokenRule("complaint.refused.notLeading", names(roles));
        }
    }

    private void mayDecide(Actor actor, ComplaintSection section) {
        if (actor.roles().stream().noneMatch(section.decides()::contains)) {
            throw new BrokenRule("complaint.refused.notDecider", names(section.decides()));
        }
    }

    private String names(java.util.Collection<String> roles) {
        return String.join("、", roles.stream().sorted().map(people::roleName).distinct().toList());
    }

    /** Whether the actor is one of those who decide the class of this complaint. */
    @Transactional(readOnly = true)
    public boolean decides(Actor actor, ComplaintView complaint) {
        return actor.may("complaint.triage") && actor.roles().stream().anyMatch(facts.section(complaint).decides()::contains);
    }

    /** Whether the actor belongs to the unit that leads the complaint. */
    @Transactional(readOnly = true)
    public boolean leads(Actor actor, ComplaintView complaint) {
        var section = facts.section(complaint);
        return actor.may("complaint.work") && (actor.id().equals(complaint.workOwner())
                || actor.roles().stream().anyMatch(r -> handing.leading(complaint, section).contains(r) || section.decides().contains(r)));
    }

    /** The assessments, the first one first. */
    @Transactional(readOnly = true)
    public List<AssessmentView> assessments(ComplaintId id) {
        return store.assessments(id);
    }

    /** The decisions about the class, the first one first. */
    @Transactional(readOnly = true)
    public List<TriageView> triages(ComplaintId id) {
        return store.triages(id);
    }

    private static String key(TriageClass triage) {
        return "complaint.triageClass." + triage.name().toLowerCase(java.util.Locale.ROOT);
    }
}
