package org.huiyin.replenishment.web;

import java.util.List;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Money;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentRow;
import org.huiyin.replenishment.Replenishments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The replacement orders of a customer on its page, those that run first. */
@Component
class OrdersOfCustomer implements CustomerPanel {

    private static final int ROWS = 5;

    private final Replenishments orders;
    private final Procedures procedures;

    OrdersOfCustomer(Replenishments orders, Procedures procedures) {
        this.orders = orders;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("replenish.read")) {
            return null;
        }
        var rows = orders.list(actor, ReplenishmentFilter.all().of(customer.id()).onPage(1, ROWS));
        if (rows.isEmpty()) {
            return null;
        }
        return new Content("replenishments", Place.MIDDLE, new Sentence("replenishment.menu"), null, "replenishments?customer=" + customer.id().value(),
                procedures.inForce().clauseOf("replenishment"), List.of(new Sentence("replenishment.col.number"), new Sentence("replenishment.col.goods"),
                        new Sentence("replenishment.col.amount"), new Sentence("replenishment.col.state")),
                rows.stream().map(OrdersOfCustomer::line).toList(), null);
    }

    private static Line line(ReplenishmentRow row) {
        return new Line(List.of(Cell.of(row.number()), Cell.of(row.goods()), Cell.of(Money.cny(row.amount().toPlainString())),
                Cell.pill(OrdersOfComplaint.state(row), OrdersOfComplaint.tone(row))), "replenishments/" + row.number());
    }
}
