package org.huiyin.returns.web;

import java.util.List;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The returns of a customer on its page, the latest first. */
@Component
class ReturnsOfCustomer implements CustomerPanel {

    private static final int ROWS = 6;

    private final Returns returns;
    private final Procedures procedures;

    ReturnsOfCustomer(Returns returns, Procedures procedures) {
        this.returns = returns;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 16;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("return.read") || !procedures.inForce().module("returns")) {
            return null;
        }
        var of = ReturnFilter.all().of(customer.id());
        long open = returns.count(actor, ReturnFilter.open().of(customer.id()));
        var fact = open == 0 ? null
                : Fact.open(new Sentence("returns.customer.open"), open, returns.count(actor, ReturnFilter.open().late().of(customer.id())), "returns.customer.late");
        return new Content("returns", Place.MIDDLE, new Sentence("returns.menu"), fact, "returns?customer=" + customer.id().value(), procedures.inForce().clauseOf("prefixes.return"),
                List.of(new Sentence("returns.col.goods"), new Sentence("returns.col.counted"), new Sentence("returns.col.verdict"), new Sentence("returns.col.stage")),
                returns.list(actor, of.onPage(1, ROWS)).stream().map(ReturnsOfCustomer::line).toList(), new Sentence("returns.customer.none"));
    }

    private static Line line(ReturnView r) {
        var verdict = r.verdict();
        return new Line(List.of(Cell.of(r.number() + " " + r.title()), Cell.of(ReturnsOfComplaint.counted(r)),
                verdict == null ? Cell.of("") : Cell.pill(ReturnsOfComplaint.word("verdict", verdict), verdict.ours() ? "bad" : "line"),
                Cell.pill(ReturnsOfComplaint.word("returnStage", r.stage()), ReturnsOfComplaint.tone(r))), "returns/" + r.number());
    }
}
