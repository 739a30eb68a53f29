package org.huiyin.complaint;

import java.util.List;
import java.util.Map;
import org.huiyin.improvement.EffectSigned;
import org.huiyin.improvement.EffectView;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.BrokenRule;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A signed verdict is a fact of every complaint that the watched record stands for; "not effective" opens them again (001/5.2.2.5, T-REOPEN). */
@Component
class EffectBridge {

    private final Effects effects;
    private final Watching watching;
    private final Facts facts;
    private final Repeats repeats;
    private final EightDBridge eightDs;

    EffectBridge(Effects effects, Watching watching, Facts facts, Repeats repeats, EightDBridge eightDs) {
        this.effects = effects;
        this.watching = watching;
        this.facts = facts;
        this.repeats = repeats;
        this.eightDs = eightDs;
    }

    @EventListener
    void signed(EffectSigned signed) {
        Verdict verdict = signed.verdict();
        if (verdict == null) {
            return;
        }
        var effect = effects.get(signed.effect());
        var cases = watching.answeredBy(signed.subject()).stream().filter(k -> concerns(k, effect)).toList();
        if (verdict != Verdict.NOT_EFFECTIVE) {
            cases.forEach(this::mustBeProved);
        }
        cases.forEach(k -> facts.note(signed.by(), k.id(), fact(verdict), signed.at(), Map.of("effect", effect.number(), "finding", signed.finding())));
        if (verdict == Verdict.NOT_EFFECTIVE) {
            repeats.reopen(signed.by(), cases, signed.at(), Map.of("reason", signed.finding()));
        }
    }

    private boolean concerns(ComplaintView k, EffectView effect) {
        return k.standing() != Standing.WITHDRAWN && k.triage() != TriageClass.NOT_OURS && watching.current(k).filter(e -> e.id().equals(effect.id())).isPresent();
    }

    /** A stubborn problem ends only with the work standard in which the remedy stands (001/3.4). */
    private void mustBeProved(ComplaintView k) {
        List<FactView> now = facts.of(k.id()).stream().filter(f -> f.round() == k.round()).toList();
        if (k.stubborn() && now.stream().noneMatch(f -> f.fact() == Fact.MEASURES_DONE && !f.detail("standard").isEmpty()) && !eightDs.standardRevised(k)) {
            throw new BrokenRule("complaint.refused.noStandard", k.number());
        }
    }

    private static Fact fact(Verdict verdict) {
        return switch (verdict) {
            case EFFECTIVE -> Fact.EFFECTIVE;
            case NOT_EFFECTIVE -> Fact.NOT_EFFECTIVE;
            case NOT_ASSESSABLE -> Fact.NOT_ASSESSABLE;
        };
    }
}
