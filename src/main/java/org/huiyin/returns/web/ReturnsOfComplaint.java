package org.huiyin.returns.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.returns.ReturnFilter;
import org.huiyin.returns.ReturnView;
import org.huiyin.returns.Returns;
import org.springframework.stereotype.Component;

/** The returns of a complaint on its page, with quality's verdict, and the way to a new one. */
@Component
class ReturnsOfComplaint implements ComplaintPanel {

    private static final int ROWS = 20;

    private final Returns returns;
    private final Procedures procedures;

    ReturnsOfComplaint(Returns returns, Procedures procedures) {
        this.returns = returns;
        this.procedures = procedures;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Part> of(Actor actor, ComplaintView complaint) {
        if (!actor.may("return.read") || !procedures.inForce().module("returns")) {
            return List.of();
        }
        var rows = returns.list(actor, ReturnFilter.all().of(complaint.id()).onPage(1, ROWS));
        List<Act> acts = actor.may("return.record") && complaint.open() ? List.of(new Act(new Sentence("returns.panel.new"), "returns/new?complaint=" + complaint.number())) : List.of();
        return rows.isEmpty() && acts.isEmpty() ? List.of() : List.of(new Part("returns", new Sentence("returns.menu"), rows.isEmpty() ? null : "returns?q=" + complaint.number(),
                procedures.inForce().clauseOf("prefixes.return"), List.of(new Sentence("returns.col.number"), new Sentence("returns.col.goods"), new Sentence("returns.col.counted"),
                new Sentence("returns.col.verdict"), new Sentence("returns.col.backBy"), new Sentence("returns.col.stage")),
                rows.stream().map(ReturnsOfComplaint::line).toList(), new Sentence("returns.panel.none"), acts));
    }

    private static Line line(ReturnView r) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(r.number()));
        cells.add(Cell.of(r.title()));
        cells.add(Cell.of(counted(r)));
        var verdict = r.verdict();
        cells.add(verdict == null ? Cell.of("") : Cell.pill(word("verdict", verdict), verdict.ours() ? "bad" : "line"));
        cells.add(Cell.of(r.backBy() == null ? "" : r.backBy()));
        cells.add(Cell.pill(word("returnStage", r.stage()), tone(r)));
        return new Line(cells, "returns/" + r.number());
    }

    static String counted(ReturnView r) {
        return String.join("；", r.lines().stream().map(l -> (l.stated() == null ? "" : l.stated().toPlainString() + " → ")
                + (l.count() == null ? "–" : l.counted().toPlainString()) + " " + l.unit()).toList());
    }

    static String tone(ReturnView r) {
        return switch (r.stage()) {
            case ANNOUNCED, FETCHING -> "info";
            case COUNTED, JUDGED, DISPOSED -> "warn";
            case HANDLED, CLOSED -> "ok";
            case CANCELLED -> "line";
        };
    }

    static Sentence word(String group, Enum<?> value) {
        return new Sentence("returns." + group + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
