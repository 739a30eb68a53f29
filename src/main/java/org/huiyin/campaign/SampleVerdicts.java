package org.huiyin.campaign;

import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalWithdrawn;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears in the approvers' own transaction what became of a sample; an outdated one undoes the approval. */
@Component
class SampleVerdicts {

    private final Samples samples;
    private final SampleStore store;

    SampleVerdicts(Samples samples, SampleStore store) {
        this.samples = samples;
        this.store = store;
    }

    @EventListener
    void on(ApprovalDecided decided) {
        if (store.submission(decided.approval()).isPresent()) {
            samples.decided(decided.approval(), decided.approved(), decided.by(), decided.reason());
        }
    }

    @EventListener
    void on(ApprovalWithdrawn withdrawn) {
        samples.withdrawn(withdrawn.approval(), withdrawn.by(), withdrawn.reason());
    }
}
