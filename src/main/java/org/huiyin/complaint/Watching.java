package org.huiyin.complaint;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Exposure;
import org.huiyin.improvement.NewEffect;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/**
 * Begins to watch the effect when the measures of a complaint are in place: over its 8D, which may answer several, or over the
 * complaint itself where it goes the light way (001/5.2.2.5, D24). A complaint that a survey answer became has both origins (T-VERIFY).
 */
@Component
class Watching {

    private static final Set<Fact> DECIDED = EnumSet.of(Fact.EFFECTIVE, Fact.NOT_ASSESSABLE);

    private final Effects effects;
    private final EightDs eightDs;
    private final EightDSteps steps;
    private final ComplaintStore complaints;
    private final FactStore facts;
    private final Procedures procedures;

    Watching(Effects effects, EightDs eightDs, EightDSteps steps, ComplaintStore complaints, FactStore facts, Procedures procedures) {
        this.effects = effects;
        this.eightDs = eightDs;
        this.steps = steps;
        this.complaints = complaints;
        this.facts = facts;
        this.procedures = procedures;
    }

    /** The light way: the measure is in place. */
    void begin(PersonId by, ComplaintView k, Instant since) {
        if (watchable(k)) {
            var doers = facts.of(k.id()).stream().filter(f -> f.fact() == Fact.MEASURES_DONE && f.round() == k.round()).map(FactView::by).collect(Collectors.toSet());
            effects.plan(by, new NewEffect(k.id().subject(), k.number(), new Sentence("web.verbatim", k.title()), Handing.path(k), origins(List.of(k)), k.customer(), doers,
                    since, k.profileVersion(), clause(k.profileVersion())));
        }
    }

    /** The 8D: all its measures are in place. */
    void begin(PersonId by, EightDView eightD, Instant since) {
        var cases = answeredBy(eightD.id().subject()).stream().filter(this::watchable).toList();
        if (!cases.isEmpty()) {
            effects.plan(by, new NewEffect(eightD.id().subject(), eightD.number(), new Sentence("web.verbatim", eightD.title()), eightD.path(), origins(cases),
                    eightD.customer(), steps.doers(eightD), since, eightD.profileVersion(), clause(eightD.profileVersion())));
        }
    }

    /** What is not ours has no effect to watch; what was judged in this round is not judged again. */
    private boolean watchable(ComplaintView k) {
        return k.standing() != Standing.WITHDRAWN && k.triage() != TriageClass.NOT_OURS
                && facts.of(k.id()).stream().noneMatch(f -> f.round() == k.round() && DECIDED.contains(f.fact()));
    }

    private static Set<ActionOrigin> origins(List<ComplaintView> cases) {
        var origins = EnumSet.of(ActionOrigin.COMPLAINT);
        if (cases.stream().map(ComplaintView::source).anyMatch(s -> s != null && s.type().equals("answer"))) {
            origins.add(ActionOrigin.SURVEY);
        }
        return origins;
    }

    private String clause(java.util.UUID profile) {
        return procedures.byId(profile).clauseOf("improvement.effectDays");
    }

    /** The complaints that the watched record stands for. */
    List<ComplaintView> answeredBy(SubjectRef subject) {
        return (subject.type().equals("eightd") ? eightDs.get(new org.huiyin.improvement.eightd.EightDId(subject.id())).sources() : List.of(subject)).stream()
                .filter(s -> s.type().equals("complaint")).flatMap(s -> complaints.find(new ComplaintId(s.id())).stream()).toList();
    }

    /** Every round of watching the complaint or an 8D of it, the first one first. */
    List<EffectView> of(ComplaintId id) {
        return Stream.concat(Stream.of(id.subject()), eightDs.about(id.subject()).stream().map(e -> e.id().subject())).flatMap(s -> effects.of(s).stream())
                .sorted(Comparator.comparing(EffectView::plannedAt).thenComparing(EffectView::round)).toList();
    }

    /** The watch of the present round, unless it was ended: planned over measures that were taken since the complaint was opened the last time. */
    Optional<EffectView> current(ComplaintView k) {
        var reopened = facts.of(k.id()).stream().filter(f -> f.fact() == Fact.REOPENED).map(FactView::at).reduce((a, b) -> b).orElse(Instant.MIN);
        return of(k.id()).stream().filter(e -> e.end() == null && !e.since().isBefore(reopened)).reduce((a, b) -> b);
    }

    /**
     * Who answers for it was decided anew, or the complaint was withdrawn: without one that is ours there is nothing to watch, so the
     * watch ends and says why; when it is ours again, a new round counts from the day on which the measures were in place.
     */
    void again(PersonId by, ComplaintId id, Sentence why) {
        var k = complaints.find(id).orElseThrow();
        var eightDsOfIt = eightDs.about(id.subject());
        if (watchable(k)) {
            eightDsOfIt.stream().filter(e -> !effects.watches(e.id().subject())).forEach(e -> {
                var done = e.done().get(EightDStep.D6);
                if (done != null) {
                    begin(by, e, done.at());
                }
            });
            if (eightDsOfIt.isEmpty() && !effects.watches(id.subject())) {
                facts.of(id).stream().filter(f -> f.fact() == Fact.MEASURES_DONE && f.round() == k.round()).reduce((a, b) -> b).ifPresent(f -> begin(by, k, f.at()));
            }
            return;
        }
        if (k.triage() != TriageClass.NOT_OURS && k.standing() != Standing.WITHDRAWN) {
            return;
        }
        Stream.concat(Stream.of(id.subject()), eightDsOfIt.stream().map(e -> e.id().subject())).filter(effects::watches)
                .filter(subject -> answeredBy(subject).stream().noneMatch(this::watchable))
                .forEach(subject -> effects.current(subject).ifPresent(watch -> effects.end(by, watch.id(), why)));
    }

    /** The same defect came back: the watch has failed. */
    void fail(PersonId by, EffectView watch, ComplaintView again) {
        effects.fail(by, watch.subject(), new Exposure.Recurrence(again.number(), again.receivedAt(), Handing.path(again)));
    }
}
