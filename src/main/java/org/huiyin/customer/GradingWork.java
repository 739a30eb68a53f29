package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a grading run still waits for: decisions, then the confirmation. */
@Component
class GradingWork implements WorkSource {

    private final GradingStore store;
    private final GradingRoute route;
    private final CustomerRules rules;

    GradingWork(GradingStore store, GradingRoute route, CustomerRules rules) {
        this.store = store;
        this.route = route;
        this.rules = rules;
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

    private WorkItem item(Actor actor, GradingRunView run, Sentence title, String query) {
        return new WorkItem("grading", title, null, run.number(), "gradings/" + run.number() + query, null, List.of(), clause(),
                Set.of(actor.id()), false);
    }

    private @Nullable String clause() {
        var clause = rules.profile().clauseFor("customer.grading");
        return clause.isEmpty() ? null : clause;
    }
}
