package org.huiyin.replenishment;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.approval.ApprovalContent;
import org.huiyin.approval.ApprovalDecided;
import org.huiyin.approval.ApprovalWithdrawn;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the approver the goods and which orders were added up, and hears in the same transaction what she decided. */
@Component
class ReplenishmentForApprovers implements ApprovalContent {

    private final Replenishments orders;
    private final People people;

    ReplenishmentForApprovers(Replenishments orders, People people) {
        this.orders = orders;
        this.people = people;
    }

    @Override
    public String subjectType() {
        return ReplenishmentId.SUBJECT;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> lines(Actor actor, UUID subject) {
        var view = orders.get(new ReplenishmentId(subject));
        var row = view.row();
        var lines = new ArrayList<Line>();
        if (row.urgent()) {
            lines.add(new Line(new Sentence("replenishment.urgent"), new Sentence("replenishment.urgent.yes"), true));
        }
        var released = view.release();
        if (released != null) {
            lines.add(new Line(new Sentence("replenishment.released"), new Sentence("replenishment.released.line", people.names().getOrDefault(released.by(), ""), released.at(),
                    released.reason()), true));
            lines.add(new Line(new Sentence("replenishment.col.approvalDue"), new Sentence("replenishment.on", released.due()), true));
        }
        lines.add(new Line(new Sentence("replenishment.source"), new Sentence("web.verbatim", row.sourceNumber() + " " + row.customerName()), false));
        lines.add(new Line(new Sentence("replenishment.reason"), new Sentence("web.verbatim", row.reason()), false));
        if (row.wantedBy() != null) {
            lines.add(new Line(new Sentence("replenishment.wantedBy"), new Sentence("replenishment.on", row.wantedBy()), false));
        }
        view.items().forEach(item -> lines.add(new Line(new Sentence("web.verbatim", item.shown()), new Sentence("replenishment.item", item.quantity(), item.unit(),
                Proposals.yuan(item.price()), Proposals.yuan(item.amount())), false)));
        added(view, lines);
        return lines;
    }

    private void added(ReplenishmentView view, List<Line> lines) {
        view.counted().forEach(one -> lines.add(new Line(new Sentence("replenishment.counted"), counted(one), true)));
        if (!view.counted().isEmpty()) {
            lines.add(new Line(new Sentence("replenishment.total"), new Sentence("web.verbatim", Proposals.yuan(view.row().total())), true));
        }
        var rule = new Sentence(view.row().topToo() ? "replenishment.limit.reached" : "replenishment.limit.below", Proposals.yuan(view.proposed().limit()),
                view.proposed().days());
        lines.add(new Line(new Sentence("replenishment.limit"), rule, false));
        orders.alike(view).forEach(one -> lines.add(new Line(new Sentence("replenishment.alike"), counted(one), false)));
    }

    private static Sentence counted(Counted one) {
        return new Sentence("replenishment.counted.line", one.number(), Proposals.yuan(one.amount()), one.proposedOn());
    }

    @EventListener
    void decided(ApprovalDecided decision) {
        if (decision.subject().type().equals(ReplenishmentId.SUBJECT)) {
            orders.decided(decision.approval(), decision.approved(), decision.by(), decision.reason());
        }
    }

    @EventListener
    void takenBack(ApprovalWithdrawn withdrawn) {
        if (withdrawn.subject().type().equals(ReplenishmentId.SUBJECT)) {
            orders.takenBack(withdrawn.approval(), withdrawn.by(), withdrawn.reason());
        }
    }
}
