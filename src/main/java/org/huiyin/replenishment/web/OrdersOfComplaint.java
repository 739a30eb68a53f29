package org.huiyin.replenishment.web;

import java.util.List;
import java.util.Locale;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentRow;
import org.huiyin.replenishment.Replenishments;
import org.springframework.stereotype.Component;

/** The replacement orders of a complaint and of its returns, on its page. */
@Component
class OrdersOfComplaint implements ComplaintPanel {

    private final Replenishments orders;
    private final Procedures procedures;

    OrdersOfComplaint(Replenishments orders, Procedures procedures) {
        this.orders = orders;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> of(Actor actor, ComplaintView complaint) {
        if (!actor.may("replenish.read")) {
            return List.of();
        }
        var rows = orders.of(complaint.id());
        boolean proposes = actor.may("replenish.propose") && complaint.open();
        if (rows.isEmpty() && !proposes) {
            return List.of();
        }
        return List.of(new Part("replenishments", new Sentence("replenishment.menu"), rows.isEmpty() ? null : "replenishments?q=" + complaint.number(),
                procedures.inForce().clauseOf("replenishment"), List.of(new Sentence("replenishment.col.number"), new Sentence("replenishment.col.goods"),
                        new Sentence("replenishment.col.amount"), new Sentence("replenishment.col.due"), new Sentence("replenishment.col.state")),
                rows.stream().map(OrdersOfComplaint::line).toList(), new Sentence("replenishment.ofComplaint.none"),
                proposes ? List.of(new Act(new Sentence("replenishment.propose"), "replenishments/new?source=complaint&number=" + complaint.number())) : List.of()));
    }

    private static Line line(ReplenishmentRow row) {
        var due = row.due();
        return new Line(List.of(Cell.of(row.number()), Cell.of(row.goods()), Cell.of(Money.cny(row.amount().toPlainString())), Cell.of(due == null ? "" : due),
                Cell.pill(state(row), tone(row))), "replenishments/" + row.number());
    }

    static Sentence state(ReplenishmentRow row) {
        var owed = row.approvalDue();
        if (owed != null && row.outstanding()) {
            return new Sentence("replenishment.outstanding.until", owed);
        }
        return new Sentence("replenishment.replenishmentState." + row.state().name().toLowerCase(Locale.ROOT));
    }

    static String tone(ReplenishmentRow row) {
        if (row.outstanding()) {
            return "warn";
        }
        return switch (row.state()) {
            case PROPOSED, RELEASED, APPROVED, SCHEDULED -> "info";
            case SHIPPED, RECEIVED -> "ok";
            case REFUSED -> "bad";
            case WITHDRAWN -> "line";
        };
    }
}
