package org.huiyin.complaint.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.KeptPick;
import org.huiyin.complaint.Measure;
import org.huiyin.complaint.figures.Axis;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.Kept;
import org.huiyin.complaint.figures.Pace;
import org.huiyin.complaint.figures.Pareto;
import org.huiyin.complaint.figures.Ppm;
import org.huiyin.complaint.figures.PpmAxis;
import org.huiyin.complaint.figures.Score;
import org.huiyin.complaint.web.Figure.Bar;
import org.huiyin.complaint.web.Figure.Cell;
import org.huiyin.complaint.web.Figure.Head;
import org.huiyin.complaint.web.Figure.Kind;
import org.huiyin.complaint.web.Figure.Line;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.PromiseKind;
import org.huiyin.web.Page;

/** Puts figures into tables, each number with the address of the complaints behind it. */
final class FigureTables {

    static final String ANNEX = "GB/T 19012-2019 (ISO 10002:2018)";
    static final String RATE = "IATF 16949:2016 9.1.2.1";
    /** The bars that are drawn; the rest is one bar. */
    private static final int DRAWN = 12;
    /** The rows of a page; files hold all. */
    private static final int ROWS = 30;

    private final Page page;
    private final FigureQuery q;
    private final boolean all;

    FigureTables(Page page, FigureQuery q, boolean all) {
        this.page = page;
        this.q = q;
        this.all = all;
    }

    static Head head(String key, Kind kind) {
        return new Head(new Sentence("complaint.figures.col." + key), kind);
    }

    /** The title and the meaning of a figure, from its key. */
    static Figure figure(String key, String source, List<Head> heads, List<Line> lines, List<Sentence> notes, List<Bar> chart) {
        return new Figure(key, new Sentence("complaint.figures." + key), new Sentence("complaint.figures." + key + ".meaning"), source, heads, lines, notes, chart);
    }

    private static String key(Measure measure) {
        return "complaint.measure." + measure.code();
    }

    /** The eight measures of ISO 10002. */
    Figure annex(List<Score> scores) {
        return scores("annex", ANNEX, scores);
    }

    Figure back(List<Score> scores) {
        return scores("back", clause("complaint.stubborn"), scores);
    }

    /** The clause of the procedure in force that asks for the figure; nothing where it does not. */
    private String clause(String matter) {
        var number = page.matter(matter);
        return number.isEmpty() ? "" : page.t("web.clause", number);
    }

    private Figure scores(String key, String source, List<Score> scores) {
        var lines = scores.stream().map(s -> new Line(List.of(
                new Cell(new Sentence(key(s.measure())), null, page.t(key(s.measure()) + ".means")),
                Cell.of(s.count(), FigureAddress.list(page, q, s.measure())), Cell.of(s.of()), Cell.of(s.measure() == Measure.RECEIVED ? null : s.share()),
                Cell.of(s.before(), FigureAddress.list(page, q.before(), s.measure())), Cell.of(s.measure() == Measure.RECEIVED ? null : s.shareBefore())), false)).toList();
        return figure(key, source, List.of(head("measure", Kind.TEXT), head("count", Kind.COUNT), head("of", Kind.COUNT), head("share", Kind.SHARE), head("before", Kind.COUNT),
                head("shareBefore", Kind.SHARE)), lines, List.of(), List.of());
    }

    Figure kept(List<Kept> kept) {
        var lines = kept.stream().map(k -> new Line(List.of(Cell.of(page.label(k.kind())), Cell.of(k.now().rate()),
                promised(k.kind(), KeptPick.How.IN_TIME, k.now().inTime()), promised(k.kind(), KeptPick.How.DUE, k.now().due()),
                promised(k.kind(), KeptPick.How.KEPT_LATE, k.now().keptLate()), promised(k.kind(), KeptPick.How.OPEN_LATE, k.now().openLate()), Cell.of(k.now().notDue()),
                Cell.of(k.before().rate()), Cell.of(k.before().due())), false)).toList();
        return figure("kept", clause("complaint.answered"), List.of(head("promise", Kind.TEXT), head("rate", Kind.SHARE), head("inTime", Kind.COUNT), head("due", Kind.COUNT),
                head("keptLate", Kind.COUNT), head("openLate", Kind.COUNT), head("notDue", Kind.COUNT), head("rateBefore", Kind.SHARE), head("dueBefore", Kind.COUNT)), lines, List.of(),
                List.of());
    }

    private Cell promised(PromiseKind kind, KeptPick.How how, long count) {
        return Cell.of(count, FigureAddress.list(page, q.which(), "promise", kind.name()) + "&kept=" + how.code());
    }

    Figure pace(List<Pace> paces) {
        var lines = paces.stream().map(p -> new Line(List.of(Cell.of(new Sentence("complaint.figures.pace." + p.what().code())),
                Cell.of(p.now().cases(), FigureAddress.list(page, q, p.what())), Cell.of(p.now().median()), Cell.of(p.now().nineOfTen()), Cell.of(p.before().cases()),
                Cell.of(p.before().median()), Cell.of(p.before().nineOfTen())), false)).toList();
        return figure("pace", page.t("complaint.figures.pace.source"), List.of(head("what", Kind.TEXT), head("cases", Kind.COUNT), head("median", Kind.HOURS), head("nine", Kind.HOURS),
                head("before", Kind.COUNT), head("medianBefore", Kind.HOURS), head("nineBefore", Kind.HOURS)), lines, List.of(), List.of());
    }

    /** The filter that finds the complaints of a bar. */
    private static ComplaintFilter only(ComplaintFilter f, Axis axis, String key) {
        return switch (axis) {
            case DEFECT -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_DEFECT) : f.about(f.part(), key);
            case PART -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_PART) : f.about(key, f.defect());
            case CUSTOMER -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_CUSTOMER) : f.of(new CustomerId(UUID.fromString(key)));
            case SEGMENT -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_SEGMENT) : f.inSegment(key);
            case CAUSE -> f.counting(java.util.stream.Stream.concat(f.measures().stream(), Measure.read(key).stream()).collect(java.util.stream.Collectors.toSet()));
        };
    }

    private String name(Axis axis, Pareto.Bar bar) {
        return axis == Axis.CAUSE ? page.t("complaint.measure." + bar.key()) : bar.key().isEmpty() ? page.t("complaint.figures.none." + axis.name().toLowerCase(java.util.Locale.ROOT)) : bar.name();
    }

    Figure pareto(Pareto pareto) {
        var lines = new ArrayList<Line>();
        int shown = all ? pareto.bars().size() : ROWS;
        for (Pareto.Bar bar : pareto.head(shown)) {
            var here = only(q.which(), pareto.axis(), bar.key());
            var words = pareto.axis() == Axis.DEFECT && !bar.listed() && !bar.key().isEmpty() ? page.t("complaint.figures.noCode") : null;
            lines.add(new Line(List.of(new Cell(name(pareto.axis(), bar), page.to("complaints", "figures") + FigureAddress.query(here) + "&tab=defects&by=" + (pareto.axis() == Axis.DEFECT ? "part" : "defect"), words),
                    Cell.of(bar.count(), FigureAddress.list(page, here)), Cell.of(bar.share()), Cell.of(bar.cumulated()),
                    Cell.of(bar.before(), FigureAddress.list(page, only(q.before().which(), pareto.axis(), bar.key()))), Cell.of(bar.count() - bar.before())), false));
        }
        if (pareto.tail(shown) > 0) {
            lines.add(new Line(List.of(new Cell(new Sentence("complaint.figures.tail", pareto.bars().size() - shown), page.with("rows", "all"), null),
                    Cell.of(pareto.tail(shown)), Cell.of(share(pareto.tail(shown), pareto.mentions())), Cell.of(BigDecimal.ONE), Cell.of(null), Cell.of(null)), false));
        }
        lines.add(new Line(List.of(Cell.of(new Sentence("complaint.figures.total")), Cell.of(pareto.mentions()), Cell.of(pareto.mentions() == 0 ? null : BigDecimal.ONE), Cell.of(null),
                Cell.of(pareto.mentionsBefore()), Cell.of(pareto.mentions() - pareto.mentionsBefore())), true));
        var notes = pareto.mentions() == pareto.complaints() ? List.<Sentence>of() : List.of(new Sentence("complaint.figures.mentions", pareto.mentions(), pareto.complaints()));
        return figure("pareto", page.t("complaint.figures.pareto.source"), List.of(head("axis." + pareto.axis().name().toLowerCase(java.util.Locale.ROOT), Kind.TEXT), head("count", Kind.COUNT),
                head("share", Kind.SHARE), head("cumulated", Kind.SHARE), head("before", Kind.COUNT), head("change", Kind.COUNT)), lines, notes, drawn(pareto));
    }

    private static BigDecimal share(long part, long of) {
        return of == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(of), MathContext.DECIMAL64);
    }

    private List<Bar> drawn(Pareto pareto) {
        var bars = new ArrayList<Bar>();
        double longest = Math.max(pareto.bars().stream().mapToLong(Pareto.Bar::count).max().orElse(1), Math.max(1, pareto.tail(DRAWN)));
        for (Pareto.Bar bar : pareto.head(DRAWN)) {
            bars.add(new Bar(name(pareto.axis(), bar), bar.count() / longest, page.number(bar.count()), bar.cumulated().doubleValue()));
        }
        if (pareto.tail(DRAWN) > 0) {
            bars.add(new Bar(page.t("complaint.figures.tail", pareto.bars().size() - DRAWN), pareto.tail(DRAWN) / longest, page.number(pareto.tail(DRAWN)), 1.0));
        }
        return bars;
    }

    /** The filter that finds the complaints of a line of the rate. */
    private ComplaintFilter only(Ppm ppm, String key) {
        var f = q.counting(Measure.COUNTED);
        return switch (ppm.axis()) {
            case MONTH -> key.isEmpty() ? f : FigureAddress.within(f, YearMonth.parse(key));
            case CUSTOMER -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_CUSTOMER) : f.of(new CustomerId(UUID.fromString(key)));
            case PART -> key.isEmpty() ? FigureAddress.also(f, Measure.NO_PART) : f.about(key, f.defect());
        };
    }

    Figure ppm(Ppm ppm) {
        var lines = new ArrayList<Line>();
        ppm.lines().stream().limit(all ? Integer.MAX_VALUE : 60).forEach(l -> lines.add(line(name(ppm.axis(), l), l, only(ppm, l.key()), false)));
        lines.add(line(new Sentence("complaint.figures.total"), ppm.total(), q.counting(Measure.COUNTED), true));
        lines.add(line(new Sentence("complaint.figures.periodBefore"), ppm.before(), q.before().counting(Measure.COUNTED), true));
        return figure("ppm", RATE, List.of(head("axis." + ppm.axis().name().toLowerCase(java.util.Locale.ROOT), Kind.TEXT), new Head(new Sentence("complaint.figures.col.shipped", ppm.unit()), Kind.COUNT),
                new Head(new Sentence("complaint.figures.col.defective", ppm.unit()), Kind.COUNT), head("ppm", Kind.RATE), head("interval", Kind.TEXT), head("complaints", Kind.COUNT),
                head("unknown", Kind.COUNT), head("otherUnit", Kind.COUNT)), lines, notes(ppm), drawn(ppm));
    }

    private Object name(PpmAxis axis, Ppm.Line line) {
        return switch (axis) {
            case MONTH -> YearMonth.parse(line.key());
            case CUSTOMER -> line.key().isEmpty() ? new Sentence("complaint.figures.none.customer") : line.name();
            case PART -> line.key().isEmpty() ? new Sentence("complaint.figures.none.part") : line.name();
        };
    }

    private Line line(Object name, Ppm.Line l, ComplaintFilter which, boolean sum) {
        var ppm = l.ppm();
        var bounds = l.interval();
        return new Line(List.of(Cell.of(name), Cell.of(l.shipped()), Cell.of(l.defective()), Cell.of(ppm == null ? new Sentence("complaint.figures.noShipments") : ppm),
                Cell.of(bounds == null ? null : new Sentence("complaint.figures.bounds", whole(bounds.low()), whole(bounds.high()))),
                Cell.of(l.complaints(), FigureAddress.list(page, which)), Cell.of(l.unknown(), FigureAddress.list(page, FigureAddress.also(which, Measure.NO_QUANTITY))),
                Cell.of(l.otherUnit())), sum);
    }

    private static BigDecimal whole(double rate) {
        return BigDecimal.valueOf(rate).setScale(rate < 10 ? 1 : 0, java.math.RoundingMode.HALF_UP);
    }

    private static List<Sentence> notes(Ppm ppm) {
        var notes = new ArrayList<Sentence>();
        var atLeast = ppm.total().atLeast();
        var one = ppm.total().onePiece();
        if (ppm.units().isEmpty()) {
            notes.add(new Sentence("complaint.figures.ppm.nothing"));
        }
        if (one != null) {
            notes.add(new Sentence("complaint.figures.ppm.onePiece", one.setScale(one.compareTo(BigDecimal.ONE) < 0 ? 3 : 1, java.math.RoundingMode.HALF_UP)));
        }
        if (ppm.total().unknown() > 0 && atLeast != null) {
            notes.add(new Sentence("complaint.figures.ppm.unknown", ppm.total().unknown(), atLeast.setScale(1, java.math.RoundingMode.HALF_UP)));
        }
        if (ppm.total().otherUnit() > 0) {
            notes.add(new Sentence("complaint.figures.ppm.otherUnit", ppm.total().otherUnit(), ppm.unit()));
        }
        if (ppm.elsewhere() > 0) {
            notes.add(new Sentence("complaint.figures.ppm.elsewhere", ppm.elsewhere()));
        }
        return notes;
    }

    private List<Bar> drawn(Ppm ppm) {
        var rates = ppm.lines().stream().limit(ppm.axis() == PpmAxis.MONTH ? 24 : DRAWN).toList();
        double longest = rates.stream().map(Ppm.Line::ppm).filter(Objects::nonNull).mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        if (longest == 0) {
            return List.of();
        }
        return rates.stream().map(l -> {
            var ppmOf = l.ppm();
            return new Bar(page.say(name(ppm.axis(), l)), ppmOf == null ? 0 : ppmOf.doubleValue() / longest, ppmOf == null ? page.t("complaint.figures.noShipments") : page.decimal(ppmOf), null);
        }).toList();
    }
}
