package org.huiyin.complaint.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.figures.Axis;
import org.huiyin.complaint.figures.CostKind;
import org.huiyin.complaint.figures.Costs;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.Figures;
import org.huiyin.complaint.figures.Kept;
import org.huiyin.complaint.figures.Pace;
import org.huiyin.complaint.figures.Pareto;
import org.huiyin.complaint.figures.Ppm;
import org.huiyin.complaint.figures.PpmAxis;
import org.huiyin.complaint.figures.Score;
import org.huiyin.complaint.figures.WordTrend;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.procedure.Procedures;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures of complaints for programs; the same as on the pages, to the last digit. */
@RestController
@RequestMapping("/api/v1/complaints/figures")
@Tag(name = "Figures of complaints")
class FigureApi {

    private static final int WORDS = 500;

    private final Figures figures;
    private final Customers customers;
    private final Procedures procedures;

    FigureApi(Figures figures, Customers customers, Procedures procedures) {
        this.figures = figures;
        this.customers = customers;
        this.procedures = procedures;
    }

    /** The measures of ISO 10002, promises kept, what came back, and how long it took. */
    public record Measures(LocalDate from, LocalDate to, LocalDate beforeFrom, LocalDate beforeTo, List<Score> annex, List<Kept> kept, List<Score> back, List<Pace> pace) {}

    /** Costs summed up; recoveries are negative. */
    public record CostSums(BigDecimal cost, BigDecimal recovered, BigDecimal net, Map<CostKind, BigDecimal> byKind, Map<YearMonth, BigDecimal> byMonth, List<Costs.Entry> entries) {}

    /** Which complaints; the days default to this month and the eleven before. */
    public record Which(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String customer, @Nullable String segment, @Nullable String part, @Nullable String defect,
            @Nullable FeedbackKind kind, @Nullable TriageClass triageClass, @Nullable String unit) {}

    private FigureQuery query(Actor actor, Which w) {
        actor.mustHave("complaint.read");
        var to = w.to() == null ? YearMonth.from(procedures.today()).atEndOfMonth() : w.to();
        var from = w.from() == null ? YearMonth.from(to).minusMonths(11).atDay(1) : w.from();
        if (from.isAfter(to)) {
            throw new InvalidInput("from", "complaint.figures.invalid.period");
        }
        var customer = w.customer() == null || w.customer().isBlank() ? null : customers.byCode(actor, w.customer()).id();
        return new FigureQuery(new ComplaintFilter("", w.kind(), null, null, w.triageClass(), false, false, false, false, customer, w.segment(), w.part(), w.defect(), null, from, to,
                ComplaintFilter.Sort.RECEIVED, 1, 50), w.unit());
    }

    @GetMapping("/measures")
    @Operation(summary = "The eight measures of ISO 10002:2018, promises kept, repeats and reopenings, working time to answer and to close")
    public Measures measures(Actor actor, Which which) {
        var q = query(actor, which);
        return new Measures(q.first(), q.last(), q.before().first(), q.before().last(), figures.annex(actor, q), figures.kept(actor, q), figures.comingBack(actor, q),
                figures.pace(actor, q));
    }

    @GetMapping("/pareto")
    @Operation(summary = "Complaints by defect, part, customer, cause or segment, the most frequent first, with the period before")
    public Pareto pareto(Actor actor, Which which, @RequestParam(defaultValue = "DEFECT") Axis by) {
        return figures.pareto(actor, query(actor, which), by);
    }

    @GetMapping("/ppm")
    @Operation(summary = "Defective quantity per million shipped, by month, customer or part")
    public Ppm ppm(Actor actor, Which which, @RequestParam(defaultValue = "MONTH") PpmAxis by) {
        return figures.ppm(actor, query(actor, which), by);
    }

    @GetMapping("/costs")
    @Operation(summary = "What complaints cost and what was recovered, by the day of each cost")
    public CostSums costs(Actor actor, Which which) {
        var costs = figures.costs(actor, query(actor, which));
        var total = costs.total();
        Map<CostKind, BigDecimal> kinds = new java.util.TreeMap<>();
        costs.byKind().forEach((kind, sum) -> kinds.put(kind, sum.net()));
        Map<YearMonth, BigDecimal> months = new java.util.TreeMap<>();
        costs.byMonth().forEach((month, sum) -> months.put(month, sum.net()));
        return new CostSums(total.cost(), total.recovered(), total.net(), kinds, months, costs.entries());
    }

    @GetMapping("/words")
    @Operation(summary = "Keywords of the texts by frequency, with the period before")
    public List<WordTrend> words(Actor actor, Which which) {
        return figures.words(actor, query(actor, which), WORDS);
    }
}
