package org.huiyin.analysis.web;

import java.util.List;
import org.huiyin.analysis.Results;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.campaign.Rounds;
import org.huiyin.procedure.Procedures;
import org.huiyin.survey.BandRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A customer's scores over the rounds, on the customer's own page. */
@Component
class ResultPanel implements CustomerPanel {

    private static final int ROUNDS = 6;

    private final Results results;
    private final Rounds rounds;
    private final Procedures procedures;

    ResultPanel(Results results, Rounds rounds, Procedures procedures) {
        this.results = results;
        this.rounds = rounds;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("result.read")) {
            return null;
        }
        var points = results.of(actor, customer.id(), ROUNDS);
        var fact = points.isEmpty() ? null : new Fact(new Sentence("analysis.panel.fact"),
                points.getFirst().score().setScale(1, java.math.RoundingMode.HALF_UP), new Sentence("web.verbatim", points.getFirst().round().title()), "");
        return new Content("scores", Place.MIDDLE, new Sentence("analysis.panel.title"), fact, "results", procedures.inForce().clauseOf("scoring.minimumAnswered"),
                List.of(new Sentence("analysis.col.round"), new Sentence("analysis.col.score"), new Sentence("analysis.col.band"), new Sentence("analysis.col.low")),
                points.stream().map(this::line).toList(), new Sentence("analysis.panel.none"));
    }

    private Line line(Results.CustomerPoint point) {
        var band = band(point);
        return new Line(List.of(Cell.of(point.round().title()), Cell.of(point.score().setScale(1, java.math.RoundingMode.HALF_UP)),
                band == null ? Cell.of("") : Cell.of(band),
                point.lowItems() > 0 ? Cell.pill(point.lowItems(), "warn") : Cell.of(0)), "results/" + point.round().number());
    }

    private @Nullable Label band(Results.CustomerPoint point) {
        return rounds.profileOf(point.round()).section("bands", BandRule.class).bands().stream()
                .filter(step -> step.code().equals(point.band())).findFirst().map(BandRule.Step::label).orElse(null);
    }
}
