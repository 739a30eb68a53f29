package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.CostSource;
import org.huiyin.complaint.Expenses;
import org.huiyin.complaint.Measure;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Calendars;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.PromiseKind;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures of complaints (001/5.4.4, IATF16949:2016/9.1.2.1, GB/T19012-2019). Each counts exactly the complaints that the register
 * shows under the same filter, as far as the actor may see them.
 */
@Service
@Transactional(readOnly = true)
public class Figures {

    /** The fewest complaints in which a rising word must stand; below that it is chance. */
    public static final int FEWEST = 3;

    private final FigureStore store;
    private final Complaints complaints;
    private final Expenses expenses;
    private final ObjectProvider<CostSource> sources;
    private final Calendars calendars;
    private final Procedures procedures;

    Figures(FigureStore store, Complaints complaints, Expenses expenses, ObjectProvider<CostSource> sources, Calendars calendars, Procedures procedures) {
        this.store = store;
        this.complaints = complaints;
        this.expenses = expenses;
        this.sources = sources;
        this.calendars = calendars;
        this.procedures = procedures;
    }

    /** How many complaints the query looks at. */
    public long received(Actor actor, FigureQuery q) {
        return store.count(complaints.population(actor, q.which()));
    }

    private long count(Actor actor, FigureQuery q, Measure measure) {
        return store.count(complaints.population(actor, q.counting(measure)));
    }

    /** Complaints by an axis, with the period before beside it. */
    public Pareto pareto(Actor actor, FigureQuery q, Axis axis) {
        var before = counted(actor, q.before(), axis).stream().collect(Collectors.toMap(Pareto.Counted::key, Pareto.Counted::count));
        return Pareto.of(axis, counted(actor, q, axis), before, received(actor, q));
    }

    private List<Pareto.Counted> counted(Actor actor, FigureQuery q, Axis axis) {
        if (axis != Axis.CAUSE) {
            return store.pareto(axis, complaints.population(actor, q.which()), q.which());
        }
        return Measure.CAUSES.stream().map(cause -> new Pareto.Counted(cause.code(), "", true, count(actor, q, cause))).filter(c -> c.count() > 0)
                .sorted(Comparator.comparingLong(Pareto.Counted::count).reversed().thenComparing(Pareto.Counted::key)).toList();
    }

    /** Defective parts per million shipped; see {@link Ppm} for what is counted. */
    public Ppm ppm(Actor actor, FigureQuery q, PpmAxis axis) {
        actor.mustHave("complaint.read");
        var units = store.units(q.before().first(), q.last());
        var unit = q.unit() != null ? q.unit() : units.isEmpty() ? "" : units.getFirst().getKey();
        var shipped = store.shipped(actor, axis, q.which(), unit);
        var defective = store.defective(axis, complaints.population(actor, q.counting(Measure.COUNTED)), q.which(), unit);
        var keys = new TreeSet<>(shipped.keySet());
        keys.addAll(defective.keySet());
        if (axis == PpmAxis.MONTH) {
            for (var month = YearMonth.from(q.first()); !month.atDay(1).isAfter(q.last().isAfter(procedures.today()) ? procedures.today() : q.last()); month = month.plusMonths(1)) {
                keys.add(month.toString());
            }
        }
        var names = switch (axis) {
            case MONTH -> Map.<String, String>of();
            case CUSTOMER -> store.customerNames(keys);
            case PART -> store.partNames(keys);
        };
        var lines = keys.stream().map(key -> line(key, names.getOrDefault(key, key), shipped.getOrDefault(key, BigDecimal.ZERO), defective.get(key))).toList();
        var sorted = axis == PpmAxis.MONTH ? lines : lines.stream().sorted(Comparator.comparing((Ppm.Line l) -> l.ppm() == null ? BigDecimal.ONE.negate() : l.ppm()).reversed()
                .thenComparing(Ppm.Line::name)).toList();
        var previous = q.before();
        var total = axis == PpmAxis.MONTH ? sum(lines) : total(actor, q, unit);
        return new Ppm(axis, unit, units.stream().map(Map.Entry::getKey).toList(), sorted, total, total(actor, previous, unit),
                units.stream().filter(u -> !u.getKey().strip().equalsIgnoreCase(unit.strip())).mapToLong(Map.Entry::getValue).sum());
    }

    private Ppm.Line total(Actor actor, FigureQuery q, String unit) {
        var shipped = store.shipped(actor, PpmAxis.MONTH, q.which(), unit).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var months = store.defective(PpmAxis.MONTH, complaints.population(actor, q.counting(Measure.COUNTED)), q.which(), unit).values();
        return new Ppm.Line("", "", shipped, months.stream().map(Ppm.Line::defective).reduce(BigDecimal.ZERO, BigDecimal::add), months.stream().mapToLong(Ppm.Line::complaints).sum(),
                months.stream().mapToLong(Ppm.Line::unknown).sum(), months.stream().mapToLong(Ppm.Line::otherUnit).sum());
    }

    private static Ppm.Line sum(List<Ppm.Line> months) {
        return new Ppm.Line("", "", months.stream().map(Ppm.Line::shipped).reduce(BigDecimal.ZERO, BigDecimal::add), months.stream().map(Ppm.Line::defective).reduce(BigDecimal.ZERO, BigDecimal::add),
                months.stream().mapToLong(Ppm.Line::complaints).sum(), months.stream().mapToLong(Ppm.Line::unknown).sum(), months.stream().mapToLong(Ppm.Line::otherUnit).sum());
    }

    private static Ppm.Line line(String key, String name, BigDecimal shipped, Ppm.@org.jspecify.annotations.Nullable Line counted) {
        return counted == null ? new Ppm.Line(key, name, shipped, BigDecimal.ZERO, 0, 0, 0)
                : new Ppm.Line(key, name, shipped, counted.defective(), counted.complaints(), counted.unknown(), counted.otherUnit());
    }

    /** The eight measures of the annex of ISO 10002:2018, each of all complaints received. */
    public List<Score> annex(Actor actor, FigureQuery q) {
        return scores(actor, q, Measure.RECEIVED, List.copyOf(Measure.ANNEX));
    }

    /** What came back: repeats and stubborn problems of all received, reopened ones of those that were closed. */
    public List<Score> comingBack(Actor actor, FigureQuery q) {
        var scores = new ArrayList<>(scores(actor, q, Measure.RECEIVED, List.of(Measure.REPEAT, Measure.STUBBORN)));
        scores.addAll(scores(actor, q, Measure.CLOSED_ONCE, List.of(Measure.REOPENED)));
        return scores;
    }

    private List<Score> scores(Actor actor, FigureQuery q, Measure base, List<Measure> measures) {
        var before = q.before();
        long of = count(actor, q, base);
        long ofBefore = count(actor, before, base);
        return measures.stream().sorted().map(m -> new Score(m, count(actor, q, m), of, count(actor, before, m), ofBefore)).toList();
    }

    /** How promises were kept that fell due in the days, whenever their complaint was received. */
    public List<Kept> kept(Actor actor, FigureQuery q) {
        var now = kept(actor, q.which());
        var before = kept(actor, q.before().which());
        return Arrays.stream(PromiseKind.values()).filter(kind -> now.containsKey(kind) || before.containsKey(kind))
                .map(kind -> new Kept(kind, now.getOrDefault(kind, Kept.Count.NONE), before.getOrDefault(kind, Kept.Count.NONE))).toList();
    }

    private Map<PromiseKind, Kept.Count> kept(Actor actor, ComplaintFilter f) {
        var zone = calendars.inForce().zone();
        return store.kept(complaints.population(actor, f.received(null, null)), java.util.Objects.requireNonNull(f.from()).atStartOfDay(zone).toInstant(),
                java.util.Objects.requireNonNull(f.to()).plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** How long the first answer and the closing took, in business hours. */
    public List<Pace> pace(Actor actor, FigureQuery q) {
        return List.of(Measure.ANSWERED, Measure.CLOSED).stream().map(m -> new Pace(m, span(actor, q, m), span(actor, q.before(), m))).toList();
    }

    private Pace.Span span(Actor actor, FigureQuery q, Measure what) {
        var calendar = calendars.inForce();
        var hours = calendars.hours().spans().stream().map(s -> new FigureStore.Hours(s.from(), s.to())).toList();
        var today = procedures.today();
        return store.pace(what, complaints.population(actor, q.counting(what)), calendar, hours, q.first().isAfter(today) ? today : q.first(), today.plusDays(1));
    }

    /** What complaints cost by the day of each cost, whenever they were received. */
    public Costs costs(Actor actor, FigureQuery q) {
        return new Costs(entries(actor, q), Costs.sum(entries(actor, q.before())));
    }

    private List<Costs.Entry> entries(Actor actor, FigureQuery q) {
        actor.mustHave("complaint.read");
        var found = new ArrayList<Raw>();
        expenses.between(actor, q.first(), q.last()).forEach(e -> found.add(new Raw(e.complaint(), CostKind.of(e.kind()), e.counted(), e.day(), "", "", e.note())));
        sources.orderedStream().flatMap(s -> s.between(actor, q.first(), q.last()).stream())
                .forEach(c -> found.add(new Raw(c.complaint(), CostKind.of(c.kind()), c.amount(), c.day(), c.number(), c.path(), "")));
        Set<ComplaintId> ids = found.stream().map(Raw::complaint).collect(Collectors.toCollection(LinkedHashSet::new));
        var known = store.among(ids, complaints.population(actor, q.which().received(null, null)));
        return found.stream().filter(r -> known.containsKey(r.complaint())).map(r -> entry(r, java.util.Objects.requireNonNull(known.get(r.complaint()))))
                .sorted(Comparator.comparing(Costs.Entry::day).reversed().thenComparing(Costs.Entry::number)).toList();
    }

    /** A cost before anybody looked whose complaint it is. */
    private record Raw(ComplaintId complaint, CostKind kind, BigDecimal amount, LocalDate day, String proof, String path, String note) {}

    private static Costs.Entry entry(Raw r, FigureStore.Costly k) {
        return new Costs.Entry(r.complaint(), k.number(), r.note().isEmpty() ? k.words() : r.note(), k.customer(), k.name() == null ? "" : k.name(), r.kind(), r.amount(), r.day(),
                r.proof(), r.path().isEmpty() ? "complaints/" + k.number() : r.path());
    }

    /** The keywords of the period by frequency, with the period before beside them. */
    public List<WordTrend> words(Actor actor, FigureQuery q, int most) {
        var now = store.words(complaints.population(actor, q.which()), Set.of());
        var before = store.words(complaints.population(actor, q.before().which()), now.keySet());
        return now.entrySet().stream().map(e -> new WordTrend(e.getKey(), e.getValue(), before.getOrDefault(e.getKey(), 0L)))
                .sorted(Comparator.comparingLong(WordTrend::count).reversed().thenComparing(WordTrend::word)).limit(most).toList();
    }

    /** Those of them that rise against the period before and stand in at least three complaints, what rose most first. */
    public static List<WordTrend> rising(List<WordTrend> words) {
        return words.stream().filter(w -> w.count() >= FEWEST && w.rise() > 0)
                .sorted(Comparator.comparingLong(WordTrend::rise).reversed().thenComparing(Comparator.comparingLong(WordTrend::count).reversed()).thenComparing(WordTrend::word)).toList();
    }

    /** The units in which something was shipped in the period or the one before, the most usual first. */
    public List<String> units(Actor actor, FigureQuery q) {
        actor.mustHave("complaint.read");
        return store.units(q.before().first(), q.last()).stream().map(Map.Entry::getKey).toList();
    }

    /** Segments that complaints carry. */
    public List<String> segments(Actor actor) {
        actor.mustHave("complaint.read");
        return store.segments();
    }
}
