package org.huiyin.demo;

import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.Approvals;
import org.huiyin.approval.Signatures;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.springframework.stereotype.Component;

/** Approves what waits, by whom the route names. */
@Component
class DemoSignatures {

    private final Approvals approvals;
    private final Signatures signatures;

    DemoSignatures(Approvals approvals, Signatures signatures) {
        this.approvals = approvals;
        this.signatures = signatures;
    }

    void agree(DemoCast cast, String role, SubjectRef subject) {
        var waiting = approvals.of(subject).stream().filter(a -> a.state() == ApprovalState.PENDING).findFirst().orElseThrow();
        var signature = signatures.sign(cast.member(role), cast.part(role).password(), subject, new Sentence("approval.meaning.approve"), waiting.contentHash());
        approvals.decide(cast.as(role), waiting.id(), true, "", signature);
    }
}
