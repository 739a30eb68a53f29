package org.huiyin.approval;

import java.util.List;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;

/** What waits for somebody's decision, for her desk. */
@Component
class ApprovalWork implements WorkSource {

    private final Approvals approvals;

    ApprovalWork(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public List<WorkItem> workFor(Actor actor) {
        return approvals.pendingFor(actor).stream()
                .map(view -> new WorkItem("approval", new Sentence("approval.work", view.title()), null, null,
                        "approvals/" + view.id(), null, List.of(new Sentence("approval.waitsSince", view.waitingSince())),
                        view.clause(), Set.of(actor.id()), false))
                .toList();
    }
}
