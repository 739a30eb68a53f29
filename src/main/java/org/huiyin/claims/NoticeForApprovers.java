package org.huiyin.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalWithdrawn;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the approvers of a notice what they approve, and hears in the same transaction what they decided. */
@Component
class NoticeForApprovers implements ApprovalContent {

    private final Notices notices;
    private final Responsibilities decisions;

    NoticeForApprovers(Notices notices, Responsibilities decisions) {
        this.notices = notices;
        this.decisions = decisions;
    }

    @Override
    public String subjectType() {
        return "notice";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var n = notices.get(new NoticeId(subject));
        var lines = new ArrayList<Line>();
        lines.add(new Line(new Sentence("claims.notice.unit"), said(n.unit()), true));
        lines.add(new Line(new Sentence(Notices.key(n.kind())), n.weight(), true));
        lines.add(new Line(new Sentence("claims.notice.reason"), said(n.reason()), false));
        lines.add(new Line(new Sentence("claims.col.complaint"), said(n.complaintNumber()), false));
        decisions.find(n.decision()).ifPresent(d -> {
            d.shares().forEach(s -> lines.add(new Line(new Sentence("claims.decision.bears"),
                    new Sentence("claims.decision.share", s.name(), s.percent().stripTrailingZeros().toPlainString()), false)));
            lines.add(new Line(new Sentence("claims.decision.reason"), said(d.reason()), false));
        });
        lines.add(new Line(new Sentence("claims.notice.wages"), new Sentence("claims.notice.wages.text"), false));
        return lines;
    }

    private static Sentence said(String words) {
        return new Sentence("web.verbatim", words);
    }

    @EventListener
    void decided(ApprovalDecided decision) {
        if (decision.subject().type().equals("notice")) {
            notices.decided(decision.approval(), new NoticeId(decision.subject().id()), decision.approved(), decision.by(), decision.reason());
        }
    }

    @EventListener
    void withdrawn(ApprovalWithdrawn withdrawn) {
        if (withdrawn.subject().type().equals("notice")) {
            notices.takenBack(withdrawn.approval(), new NoticeId(withdrawn.subject().id()), withdrawn.by(), withdrawn.reason());
        }
    }
}
