package org.huiyin.claims.web;

import java.util.List;
import org.huiyin.claims.ClaimFilter;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.Claims;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The claims of a customer on its page, and ours that came of its complaints. */
@Component
class ClaimsOfCustomer implements CustomerPanel {

    private static final int ROWS = 5;

    private final Claims claims;
    private final Procedures procedures;

    ClaimsOfCustomer(Claims claims, Procedures procedures) {
        this.claims = claims;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("claim.read") || !procedures.inForce().module("claims")) {
            return null;
        }
        var filter = ClaimFilter.all().of(customer.id());
        var rows = claims.list(actor, filter.onPage(1, ROWS));
        var fact = rows.isEmpty() ? null
                : Fact.open(new Sentence("claims.customer.open"), claims.count(actor, filter.open()), claims.count(actor, filter.late()), "claims.customer.late");
        return new Content("claims", Place.MIDDLE, new Sentence("claims.menu"), fact, "claims?customer=" + customer.id().value(), null,
                List.of(new Sentence("claims.col.number"), new Sentence("claims.col.party"), new Sentence("claims.col.claimed"), new Sentence("claims.col.net"),
                        new Sentence("claims.col.state")),
                rows.stream().map(ClaimsOfCustomer::line).toList(), new Sentence("claims.customer.none"));
    }

    private static Line line(ClaimView c) {
        return new Line(List.of(Cell.of(c.number()), Cell.of(c.party().name()), Cell.of(ClaimsOfComplaint.money(c, c.claimed())),
                Cell.of(ClaimsOfComplaint.money(c, c.netLoss())), Cell.pill(ClaimsOfComplaint.word("claimState", c.state()), ClaimsOfComplaint.tone(c.state()))),
                "claims/" + c.number());
    }
}
