package org.huiyin.improvement;

import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Effects that are ready to be judged, on the desks of those who may judge them. */
@Component
class EffectWork implements WorkSource {

    private static final EffectFilter DUE = new EffectFilter("", EffectFilter.Show.DUE, 1, 200);

    private final Effects effects;
    private final Calendars calendars;

    EffectWork(Effects effects, Calendars calendars) {
        this.effects = effects;
        this.calendars = calendars;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("action.verify") || !actor.may("action.read")) {
            return List.of();
        }
        return effects.list(actor, DUE).stream().filter(e -> !effects.maySign(actor, e).isEmpty()).flatMap(e -> {
            var standing = effects.assess(e);
            if (!standing.ready()) {
                return java.util.stream.Stream.<WorkItem>empty();
            }
            return java.util.stream.Stream.of(new WorkItem("effect", new Sentence("improvement.effect.work", e.title()), e.customerName(), e.number(),
                    "actions/effects/" + e.number(), calendars.inForce().closeOf(standing.latest()), standing.reasons(), e.clause().isEmpty() ? null : e.clause(),
                    Set.of(actor.id()), false));
        }).toList();
    }
}
