package org.huiyin.complaint;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.improvement.eightd.EightDDepth;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDStepDone;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.NewEightD;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps complaints and their 8Ds in step: major ones get a full 8D, its ended steps are facts, a rejection or a repeat opens it again. */
@Component
class EightDBridge {

    private static final Actor HUIYIN = new Actor(PersonId.SYSTEM, "", Set.of(), Set.of("eightd.work", "action.read"));
    private static final int LONGEST = 200;
    private static final int LONGEST_REASON = 1_000;

    private final EightDs eightDs;
    private final Facts facts;
    private final Procedures procedures;
    private final Clock clock;

    EightDBridge(EightDs eightDs, Facts facts, Procedures procedures, Clock clock) {
        this.eightDs = eightDs;
        this.facts = facts;
        this.procedures = procedures;
        this.clock = clock;
    }

    List<EightDView> about(ComplaintId id) {
        return eightDs.about(id.subject());
    }

    /** A major or recurrent complaint is worked on in a full 8D; one that is there already is deepened (001/5.2.2.4). */
    void triaged(Actor actor, ComplaintView k, NewTriage given) {
        var there = about(k.id()).stream().filter(e -> !e.closed()).findFirst().orElse(null);
        if (!given.triage().interim()) {
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
            eightDs.markStubborn(HUIYIN, id, k.number());
        }
        return eightDs.get(id);
    }

    /** What comes back too often needs a revised work standard before its 8D ends (001/3.4). */
    void stubborn(ComplaintView k) {
        about(k.id()).stream().filter(e -> !e.closed()).forEach(e -> eightDs.markStubborn(HUIYIN, e.id(), k.number()));
    }

    /** The customer does not accept: the step that was ended last is open again; who leads may go further back. */
    void rejected(ComplaintView k, String reason) {
        about(k.id()).forEach(e -> last(e, EightDStep.D8).ifPresentStep(step -> eightDs.reopen(HUIYIN, e.id(), step, cut(reason, LONGEST_REASON))));
    }

    /** The remedy did not hold: the causes are looked for again. */
    void cameBack(ComplaintView k, String why) {
        about(k.id()).forEach(e -> last(e, EightDStep.D4).ifPresentStep(step -> eightDs.reopen(HUIYIN, e.id(), step, cut(why, LONGEST_REASON))));
    }

    /** A step, if there is one. */
    private record Found(@Nullable EightDStep step) {

        void ifPresentStep(java.util.function.Consumer<EightDStep> work) {
            if (step != null) {
                work.accept(step);
            }
        }
    }

    private static Found last(EightDView e, EightDStep until) {
        EightDStep found = null;
        for (EightDStep step : EightDStep.values()) {
            if (step.compareTo(until) <= 0 && e.done(step)) {
                found = step;
            }
        }
        return new Found(found);
    }

    /** Whether an 8D has written the remedy into the documents. */
    boolean standardRevised(ComplaintView k) {
        return about(k.id()).stream().anyMatch(e -> e.done(EightDStep.D7));
    }

    /** The report of the 8D that is worked on, once a step of it has ended. */
    Optional<Report> report(Actor actor, ComplaintId id, Language language) {
        var reader = new Actor(PersonId.SYSTEM, actor.name(), Set.of(), Set.of("action.read"));
        return about(id).stream().filter(e -> last(e, EightDStep.D8).step() != null).reduce((a, b) -> b)
                .map(e -> new Report(e.number() + ".pdf", eightDs.pdf(reader, e.id(), language)));
    }

    @EventListener
    void ended(EightDStepDone done) {
        Fact fact = switch (done.step()) {
            case D3 -> Fact.CONTAINED;
            case D4 -> Fact.CAUSE_FOUND;
            case D5 -> Fact.MEASURES_SET;
            case D6 -> Fact.MEASURES_DONE;
            case D0, D1, D2, D7, D8 -> null;
        };
        if (fact == null) {
            return;
        }
        var number = eightDs.get(done.eightD()).number();
        done.sources().stream().filter(s -> s.type().equals("complaint")).map(SubjectRef::id)
                .forEach(id -> facts.note(done.by(), new ComplaintId(id), fact, done.at().isAfter(clock.instant()) ? clock.instant() : done.at(), Map.of("eightd", number)));
    }

    private static String cut(String text, int most) {
        var line = text.isBlank() ? "–" : text.strip();
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }
}
