package org.huiyin.improvement.eightd;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The step where an 8D stands, on its leader's desk, with the date of the next stage; on the desks of quality where nobody leads, of a stubborn one on those of the unit that takes it over. */
@Component
class EightDWork implements WorkSource {

    private final EightDs eightDs;
    private final Procedures procedures;

    EightDWork(EightDs eightDs, Procedures procedures) {
        this.eightDs = eightDs;
        this.procedures = procedures;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may(EightDs.WORK) || !actor.may(EightDs.READ)) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        var led = new EightDFilter("", null, true, false, null, actor.id(), null, 1, 200);
        eightDs.list(actor, led).forEach(e -> items.add(item(actor, e)));
        var takesOver = takesOver(actor);
        if (actor.may("eightd.approve") || takesOver) {
            eightDs.list(actor, EightDFilter.open()).stream().filter(e -> e.leader() == null && (e.stubborn() && takesOver || actor.may("eightd.approve"))).forEach(e -> items.add(item(actor, e)));
        }
        return items;
    }

    /** Whether the actor belongs to the unit that takes stubborn problems over (001/3.4). */
    private boolean takesOver(Actor actor) {
        return procedures.inForce().section("complaint").path("stubbornOwner").valueStream().anyMatch(role -> actor.is(role.asString("")));
    }

    private WorkItem item(Actor actor, EightDView e) {
        var why = eightDs.stages(e).stream().filter(s -> s.reached() == null).findFirst().map(s -> s.due().reasons()).orElse(List.of());
        var step = java.util.Objects.requireNonNull(e.standing());
        var title = e.leader() == null ? new Sentence("improvement.eightd.work.nobody", e.title()) : new Sentence("improvement.eightd.work", new Sentence(step.key()), e.title());
        return new WorkItem("eightd", title, e.customerName(), e.number(), e.path(), e.stageDue(), why, e.clause().isEmpty() ? null : e.clause(), Set.of(actor.id()),
                !e.sources().isEmpty());
    }
}
