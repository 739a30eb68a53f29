package org.huiyin.complaint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests on the desks of those who are asked, until they are answered, and then on the desk of who asked (004/5.4). */
@Component
class RequestWork implements WorkSource {

    private final Requests requests;

    RequestWork(Requests requests) {
        this.requests = requests;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("complaint.read") || !actor.may("complaint.record")) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        for (RequestView r : requests.list(actor, RequestFilter.waiting())) {
            boolean asked = r.state().open();
            var item = new WorkItem("complaint", new Sentence(asked ? "complaint.work.request" : "complaint.work.receive", r.question()), r.customerName(), r.number(), r.path(),
                    asked ? r.due() : null, asked ? r.reasons() : List.of(), r.clause().isEmpty() ? null : r.clause(), Set.of(actor.id()), false);
            items.add(asked ? item.running(r.askedAt()) : item);
        }
        return items;
    }
}
