package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.complaint.figures.Costs;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.WordTrend;
import org.huiyin.complaint.web.Figure.Bar;
import org.huiyin.complaint.web.Figure.Cell;
import org.huiyin.complaint.web.Figure.Head;
import org.huiyin.complaint.web.Figure.Kind;
import org.huiyin.complaint.web.Figure.Line;
import org.huiyin.kernel.Sentence;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;

/** Costs and keywords as tables; each sum leads to its costs, each cost to what proves it. */
final class CostTables {

    private static final String SOURCE = "IATF 16949:2016 9.3.2.1";
    private static final int TOP = 20;
    private static final int ENTRIES = 200;

    private final Page page;
    private final FigureQuery q;
    private final boolean all;

    CostTables(Page page, FigureQuery q, boolean all) {
        this.page = page;
        this.q = q;
        this.all = all;
    }

    private String entries(String name, String value) {
        return page.to("complaints", "figures") + FigureAddress.query(q.which()) + "&tab=cost&" + name + "=" + value + "#costs";
    }

    private static List<Head> heads(String first) {
        return List.of(FigureTables.head(first, Kind.TEXT), FigureTables.head("entries", Kind.COUNT), FigureTables.head("cost", Kind.MONEY), FigureTables.head("recovered", Kind.MONEY),
                FigureTables.head("net", Kind.MONEY));
    }

    private static Line line(Object name, @Nullable String href, Costs.Sum s, @Nullable String behind, boolean sum) {
        return new Line(List.of(new Cell(name, href, null), new Cell((long) s.entries(), behind, null), Cell.of(s.cost()), Cell.of(s.recovered()), Cell.of(s.net())), sum);
    }

    private List<Line> summed(List<Line> lines, Costs costs) {
        var with = new ArrayList<>(lines);
        with.add(line(new Sentence("complaint.figures.total"), null, costs.total(), null, true));
        with.add(line(new Sentence("complaint.figures.periodBefore"), null, costs.before(), null, true));
        return with;
    }

    Figure byKind(Costs costs) {
        var lines = costs.byKind().entrySet().stream().map(e -> line(page.label(e.getKey()), null, e.getValue(), entries("costKind", e.getKey().name()), false)).toList();
        return FigureTables.figure("costKinds", SOURCE, heads("costKind"), summed(lines, costs), List.of(), drawn(costs));
    }

    private List<Bar> drawn(Costs costs) {
        var kinds = costs.byKind();
        double longest = kinds.values().stream().mapToDouble(s -> s.net().abs().doubleValue()).max().orElse(0);
        return longest == 0 ? List.of() : kinds.entrySet().stream().map(e -> new Bar(page.label(e.getKey()), e.getValue().net().abs().doubleValue() / longest,
                Figure.shown(page, Kind.MONEY, e.getValue().net()), null)).toList();
    }

    Figure byMonth(Costs costs) {
        return FigureTables.figure("costMonths", SOURCE, heads("axis.month"), summed(costs.byMonth().entrySet().stream()
                .map(e -> line(e.getKey(), null, e.getValue(), entries("costMonth", e.getKey().toString()), false)).toList(), costs), List.of(), List.of());
    }

    Figure byCustomer(Costs costs) {
        return FigureTables.figure("costCustomers", SOURCE, heads("axis.customer"), summed(costs.byCustomer().stream().limit(all ? Integer.MAX_VALUE : TOP)
                .map(g -> line(g.first().customer() == null ? new Sentence("complaint.figures.none.customer") : g.first().customerName(), null, g.sum(),
                        g.first().customer() == null ? null : page.to("complaints", "figures") + FigureAddress.query(q.which().of(g.first().customer())) + "&tab=cost#costs", false))
                .toList(), costs), List.of(), List.of());
    }

    Figure top(Costs costs) {
        return FigureTables.figure("costCases", SOURCE, heads("case"), costs.byComplaint().stream().limit(all ? Integer.MAX_VALUE : TOP)
                .map(g -> line(g.first().number() + " " + g.first().customerName(), page.to("complaints", g.first().number()) + "#costs", g.sum(),
                        page.to("complaints", g.first().number()) + "#costs", false)).toList(), List.of(), List.of());
    }

    /** Every cost, as far as the address asks for one kind or one month of them. */
    Figure entries(Costs costs) {
        var kind = page.query("costKind");
        var month = page.query("costMonth");
        var chosen = costs.entries().stream().filter(e -> kind.isEmpty() || e.kind().name().equals(kind)).filter(e -> month.isEmpty() || e.day().toString().startsWith(month)).toList();
        var lines = new ArrayList<Line>(chosen.stream().limit(all ? Integer.MAX_VALUE : ENTRIES).map(this::entry).toList());
        lines.add(new Line(List.of(Cell.of(new Sentence("complaint.figures.total")), Cell.of(null), Cell.of(null), Cell.of(null), Cell.of(null),
                Cell.of(chosen.stream().map(Costs.Entry::amount).reduce(BigDecimal.ZERO, BigDecimal::add))), true));
        var notes = chosen.size() > ENTRIES && !all ? List.of(new Sentence("complaint.figures.more", ENTRIES, chosen.size())) : List.<Sentence>of();
        return FigureTables.figure("costs", SOURCE, List.of(FigureTables.head("day", Kind.TEXT), FigureTables.head("case", Kind.TEXT), FigureTables.head("costKind", Kind.TEXT),
                FigureTables.head("axis.customer", Kind.TEXT), FigureTables.head("proof", Kind.TEXT), FigureTables.head("amount", Kind.MONEY)), lines, notes, List.of());
    }

    private Line entry(Costs.Entry e) {
        return new Line(List.of(Cell.of(e.day()), new Cell(e.number(), page.to("complaints", e.number()), null), Cell.of(page.label(e.kind())), Cell.of(e.customerName()),
                new Cell(e.proof().isEmpty() ? e.words() : e.proof(), page.path(e.path()), null), Cell.of(e.amount())), false);
    }

    Figure words(String key, List<WordTrend> words) {
        var lines = words.stream().limit(all ? Integer.MAX_VALUE : 40).map(w -> new Line(List.of(Cell.of(w.word()),
                Cell.of(w.count(), FigureAddress.list(page, q.which().withWord(w.word()))), Cell.of(w.before(), FigureAddress.list(page, q.before().which().withWord(w.word()))),
                Cell.of(w.rise())), false)).toList();
        double longest = words.stream().mapToLong(WordTrend::count).max().orElse(1);
        return FigureTables.figure(key, "GB/T 19012-2019 8.2", List.of(FigureTables.head("word", Kind.TEXT), FigureTables.head("complaints", Kind.COUNT), FigureTables.head("before", Kind.COUNT),
                FigureTables.head("change", Kind.COUNT)), lines, List.of(), words.stream().limit(12).map(w -> new Bar(w.word(), w.count() / longest, page.number(w.count()), null)).toList());
    }
}
