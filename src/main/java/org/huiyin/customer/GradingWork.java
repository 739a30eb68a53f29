package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a grading run still waits for: decisions, then the confirmation. */
@Component
class GradingWork implements WorkSource {

    private final GradingStore store;
    private final GradingRoute route;

    GradingWork(GradingStore store, GradingRoute route) {
        this.store = store;
        this.route = route;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        var work = new ArrayList<WorkItem>();
        if (!actor.may("grading.propose") && !actor.may("grading.confirm")) {
            return work;
        }
        for (var run : store.runs()) {
            if (run.confirmed() != null) {
                continue;
            }
            if (run.open() > 0 && actor.may("grading.propose")) {
                work.add(item(actor, run, new Sentence("customer.grading.work.decide", run.open()), "?show=decisions"));
            } else if (run.open() == 0 && actor.may("grading.confirm") && !route.several(run)) {
                work.add(item(actor, run, new Sentence("customer.grading.work.confirm", run.number()), ""));
            }
        }
        return work;
    }

    private static WorkItem item(Actor actor, GradingRunView run, Sentence title, String query) {
        return new WorkItem("grading", title, null, run.number(), "gradings/" + run.number() + query, null, List.of(), "5.4.2.1b",
                Set.of(actor.id()), false);
    }
}
