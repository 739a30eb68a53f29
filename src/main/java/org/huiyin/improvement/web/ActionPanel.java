package org.huiyin.improvement.web;

import java.util.List;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A customer's corrective actions on its page, open ones by due date first. */
@Component
class ActionPanel implements CustomerPanel {

    private static final int ROWS = 8;

    private final Actions actions;
    private final Procedures procedures;

    ActionPanel(Actions actions, Procedures procedures) {
        this.actions = actions;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("action.read")) {
            return null;
        }
        var filter = ActionFilter.all().ofCustomer(customer.id());
        var rows = actions.list(actor, filter.onPage(1, ROWS));
        long open = actions.count(actor, ActionFilter.open().ofCustomer(customer.id()));
        return new Content("actions", Place.MIDDLE, new Sentence("improvement.actions"),
                new Fact(new Sentence("improvement.panel.open"), open, null, ""), "actions", procedures.inForce().form("actionTracking").clause(),
                List.of(new Sentence("improvement.col.number"), new Sentence("improvement.col.problem"), new Sentence("improvement.col.due"),
                        new Sentence("improvement.col.state")),
                rows.stream().map(ActionPanel::line).toList(), new Sentence("improvement.none"));
    }

    private static Line line(ActionView a) {
        var state = new Sentence("improvement.actionState." + a.state().name().toLowerCase(java.util.Locale.ROOT));
        return new Line(List.of(Cell.of(a.number()), Cell.of(a.problem()), Cell.of(a.due()),
                Cell.pill(state, a.state() == ActionState.CLOSED ? "ok" : a.state() == ActionState.VOIDED ? "line" : "info")), "actions/" + a.number());
    }
}
