package org.huiyin.complaint;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDSourceAdded;
import org.huiyin.improvement.eightd.EightDId;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDStepDone;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Language;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps complaints and their 8Ds in step: major ones get a full 8D, its ended steps are facts, a rejection or a repeat opens it again. */
@Component
class EightDBridge {

    private static final Actor HUIYIN = new Actor(PersonId.SYSTEM, "", Set.of(), Set.of("eightd.work", "action.read"));
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 1_000;

    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDApprovals approvals;
    private final ComplaintStore complaints;
    private final Facts facts;
    private final Handing handing;
    private final Watching watching;
    private final Procedures procedures;
    private final Clock clock;

    EightDBridge(EightDs eightDs, EightDSteps steps, EightDApprovals approvals, ComplaintStore complaints, Facts facts, Handing handing, Watching watching, Procedures procedures, Clock clock) {
        this.eightDs = eightDs;
        this.steps = steps;
        this.approvals = approvals;
        this.complaints = complaints;
        this.facts = facts;
        this.handing = handing;
        this.watching = watching;
        this.procedures = procedures;
        this.clock = clock;
    }

    List<EightDView> about(ComplaintId id) {
        return eightDs.about(id.subject());
    }

    /** A major or recurrent complaint is worked on in a full 8D, an occasional one where the profile wants it; one that is there already is deepened (001/5.2.2.4, D24). */
    void triaged(Actor actor, ComplaintView k, NewTriage given) {
        var there = about(k.id()).stream().filter(e -> !e.closed()).findFirst().orElse(null);
        boolean light = given.triage() == TriageClass.NOT_OURS || given.triage() == TriageClass.OCCASIONAL && facts.section(k).occasionalActions().equals("LIGHT");
        if (light) {
            return;
        }
        if (there == null) {
            open(actor, k, EightDDepth.FULL);
        } else {
            eightDs.deepen(actor, there.id(), cut(given.reason(), LONGEST_REASON));
        }
    }

    /** Opens an 8D for the complaint. */
    EightDView open(Actor actor, ComplaintView k, EightDDepth depth) {
        var profile = procedures.inForce();
        var id = eightDs.open(actor, new NewEightD(Set.of(k.id().subject()), k.customer(), cut(k.title(), LONGEST), depth, k.workOwner() == null ? actor.id() : k.workOwner(),
                profile.id(), profile.clauseOf("complaint.places")));
        if (k.stubborn()) {
            takeOver(k, id);
        }
        return eightDs.get(id);
    }

    /** What comes back too often needs a revised work standard before its 8D ends (001/3.4). */
    void stubborn(ComplaintView k) {
        about(k.id()).stream().filter(e -> !e.closed()).forEach(e -> takeOver(k, e.id()));
    }

    /** The unit of the profile takes it over, and it does not end without the work standard. */
    private void takeOver(ComplaintView k, EightDId id) {
        eightDs.markStubborn(HUIYIN, id, k.number());
        eightDs.handOver(HUIYIN, id, handing.holders(facts.section(k).stubbornOwner()), k.number());
    }

    /** The customer does not accept: the step that was ended last is open again; who leads may go further back. */
    void rejected(ComplaintView k, String reason) {
        about(k.id()).forEach(e -> last(e).ifPresent(step -> eightDs.reopen(HUIYIN, e.id(), step, cut(reason, LONGEST_REASON))));
    }

    /** The remedy did not hold: the causes are looked for again, once in an 8D that answers several of the complaints. */
    void cameBack(List<ComplaintView> cases, String why) {
        cases.stream().flatMap(k -> about(k.id()).stream()).filter(e -> e.done(EightDStep.D4)).map(EightDView::id).distinct().toList()
                .forEach(id -> eightDs.reopen(HUIYIN, id, EightDStep.D4, cut(why, LONGEST_REASON)));
    }

    /** The step that was ended last. */
    private static Optional<EightDStep> last(EightDView e) {
        return Arrays.stream(EightDStep.values()).filter(e::done).reduce((a, b) -> b);
    }

    /** Whether an 8D has written the remedy into the documents. */
    boolean standardRevised(ComplaintView k) {
        return about(k.id()).stream().anyMatch(steps::standardRevised);
    }

    /** The 8D whose report goes to the customer: the last one of which a step has ended. */
    Optional<EightDView> reported(ComplaintId id) {
        return about(id).stream().filter(e -> last(e).isPresent()).reduce((a, b) -> b);
    }

    boolean approved(EightDView eightD) {
        return approvals.approved(eightD);
    }

    /** Its report, exactly as it was approved: the text stands still until it is sent (approvals.eightD). */
    Optional<Report> approvedReport(Actor actor, ComplaintId id, Language language) {
        var reader = new Actor(PersonId.SYSTEM, actor.name(), Set.of(), Set.of("action.read"));
        return reported(id).map(e -> {
            approvals.mustBeApproved(e.id());
            return new Report(e.number() + ".pdf", eightDs.pdf(reader, e.id(), language));
        });
    }

    @EventListener
    void ended(EightDStepDone done) {
        var eightD = eightDs.get(done.eightD());
        var at = done.at().isAfter(clock.instant()) ? clock.instant() : done.at();
        fact(done.step()).ifPresent(fact -> complaints(done.sources()).forEach(id -> facts.note(done.by(), id, fact, at, Map.of("eightd", eightD.number()))));
        if (done.step() == EightDStep.D6) {
            watching.begin(done.by(), eightD, at);
        }
    }

    /** What the 8D has found already is found for a complaint that it answers from now on; a stubborn one makes it stubborn. */
    @EventListener
    void added(EightDSourceAdded added) {
        var eightD = eightDs.get(added.eightD());
        complaints(Set.of(added.source())).stream().flatMap(id -> complaints.find(id).stream()).filter(k -> k.stubborn() && !eightD.closed())
                .forEach(k -> takeOver(k, eightD.id()));
        for (EightDStep step : EightDStep.values()) {
            if (eightD.done(step)) {
                fact(step).ifPresent(fact -> complaints(Set.of(added.source())).forEach(id -> facts.note(added.by(), id, fact, added.at(), Map.of("eightd", eightD.number()))));
            }
        }
    }

    private static Optional<Fact> fact(EightDStep step) {
        return switch (step) {
            case D3 -> Optional.of(Fact.CONTAINED);
            case D4 -> Optional.of(Fact.CAUSE_FOUND);
            case D5 -> Optional.of(Fact.MEASURES_SET);
            case D6 -> Optional.of(Fact.MEASURES_DONE);
            case D0, D1, D2, D7, D8 -> Optional.empty();
        };
    }

    private static List<ComplaintId> complaints(Set<SubjectRef> sources) {
        return sources.stream().filter(s -> s.type().equals("complaint")).map(s -> new ComplaintId(s.id())).toList();
    }

    private static String cut(String text, int most) {
        var line = text.isBlank() ? "–" : text.strip();
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
