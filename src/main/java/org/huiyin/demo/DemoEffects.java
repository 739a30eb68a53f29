package org.huiyin.demo;

import org.huiyin.complaint.ComplaintView;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.springframework.stereotype.Component;

/** The manager of quality signs that a remedy held, once the days and the lots are there; the action behind it is told and closed. */
@Component
class DemoEffects {

    private final Effects effects;
    private final Actions actions;
    private final ActionWork work;
    private final java.time.Clock clock;

    DemoEffects(Effects effects, Actions actions, ActionWork work, java.time.Clock clock) {
        this.effects = effects;
        this.actions = actions;
        this.work = work;
        this.clock = clock;
    }

    void sign(DemoCast cast, DemoCase one, ComplaintView k) {
        var effect = effects.current(one.inEightD() ? one.eightD().subject() : k.id().subject()).orElseThrow();
        if (!effects.assess(effect).ready()) {
            return;
        }
        effects.sign(cast.member("QUALITY_HEAD"), cast.part("QUALITY_HEAD").password(), effect.id(), "COMPLAINT", Verdict.EFFECTIVE, cast.word("effect.finding"), "");
        close(cast, k);
    }

    private void close(DemoCast cast, ComplaintView k) {
        actions.about(k.id().subject()).forEach(action -> {
            if (action.state() == ActionState.VERIFYING) {
                work.verify(cast.as("QUALITY_HEAD"), action.id(), "COMPLAINT", Verdict.EFFECTIVE, cast.word("effect.criterion"), cast.word("effect.finding"), "", null);
            }
            if (actions.get(action.id()).state() == ActionState.TELLING) {
                work.told(cast.as(java.util.Objects.requireNonNull(k.salesOwner())), action.id(), cast.word("action.way"), k.complainant().name(), cast.word("effect.told"), Reaction.ACCEPTED, clock.instant());
            }
            work.close(cast.as("QUALITY_HEAD"), action.id(), cast.word("effect.closed"));
        });
    }
}
