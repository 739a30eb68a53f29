package org.huiyin.complaint.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.TriageClass;
import org.huiyin.complaint.figures.Axis;
import org.huiyin.complaint.figures.FigureQuery;
import org.huiyin.complaint.figures.Figures;
import org.huiyin.complaint.figures.PpmAxis;
import org.huiyin.complaint.words.Keywords;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Companies;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The figures of complaints: on screen by tabs, each table as a file, a tab on paper. */
@Controller
class FigurePages {

    private static final String ALL = "/c/{company}/complaints/figures";
    private static final int WORDS = 5_000;

    private final Figures figures;
    private final Keywords keywords;
    private final Customers customers;
    private final Companies companies;
    private final Procedures procedures;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    FigurePages(Figures figures, Keywords keywords, Customers customers, Companies companies, Procedures procedures, TemplateEngine templates, PdfPrinter printer) {
        this.figures = figures;
        this.keywords = keywords;
        this.customers = customers;
        this.companies = companies;
        this.procedures = procedures;
        this.templates = templates;
        this.printer = printer;
    }

    @GetMapping(ALL)
    ModelAndView show(Actor actor, Page page) {
        var q = FigureAddress.read(actor, page);
        var tab = FigureTab.of(page);
        var model = new HashMap<String, Object>(Map.of("q", q, "before", q.before(), "tab", tab, "figures", tables(actor, page, q, tab, page.query("rows").equals("all")),
                "received", figures.received(actor, q), "query", FigureAddress.query(q.which()), "currency", currency()));
        model.put("kinds", options(page, FeedbackKind.values()));
        model.put("classes", options(page, TriageClass.values()));
        model.put("segments", figures.segments(actor).stream().map(s -> new Option(s, s)).toList());
        model.put("units", tab == FigureTab.PPM ? figures.units(actor, q).stream().map(u -> new Option(u, u)).toList() : List.of());
        model.put("customer", q.which().customer() == null ? "" : customers.get(q.which().customer()).name());
        model.put("unread", tab == FigureTab.WORDS ? keywords.unread(actor) : 0L);
        return new ModelAndView("complaint/figures", model);
    }

    /** Reads the texts again, after the catalogue has new names. */
    @PostMapping(ALL + "/words")
    String words(Actor actor, Page page, RedirectAttributes redirect) {
        keywords.readAgain(actor);
        Notice.done("complaint.words.ordered").on(redirect);
        return "redirect:" + page.to("complaints", "figures") + "?tab=words";
    }

    private static List<Option> options(Page page, Enum<?>[] values) {
        return Arrays.stream(values).map(v -> new Option(v.name(), page.label(v))).toList();
    }

    private String currency() {
        return procedures.inForce().section("claims").path("currency").asString("CNY");
    }

    private List<Figure> tables(Actor actor, Page page, FigureQuery q, FigureTab tab, boolean all) {
        var tables = new FigureTables(page, q, all);
        var money = new CostTables(page, q, all);
        return switch (tab) {
            case MEASURES -> List.of(tables.annex(figures.annex(actor, q)), tables.kept(figures.kept(actor, q)), tables.back(figures.comingBack(actor, q)), tables.pace(figures.pace(actor, q)));
            case DEFECTS -> List.of(tables.pareto(figures.pareto(actor, q, axis(page, Axis.class, Axis.DEFECT))));
            case PPM -> List.of(tables.ppm(figures.ppm(actor, q, axis(page, PpmAxis.class, PpmAxis.MONTH))));
            case COST -> {
                var costs = figures.costs(actor, q);
                yield List.of(money.byKind(costs), money.byMonth(costs), money.byCustomer(costs), money.top(costs), money.entries(costs));
            }
            case WORDS -> {
                var words = figures.words(actor, q, WORDS);
                yield List.of(money.words("wordsRising", Figures.rising(words)), money.words("wordsOften", words));
            }
        };
    }

    static <E extends Enum<E>> E axis(Page page, Class<E> type, E usual) {
        var read = Typed.maybe(type, page.query("by").toUpperCase(java.util.Locale.ROOT));
        return read == null ? usual : read;
    }

    /** One table as a file, with all its rows. */
    @GetMapping({ALL + "/{key}.xlsx", ALL + "/{key}.csv"})
    void file(Actor actor, Page page, @PathVariable String key, ListFile file) throws IOException {
        var q = FigureAddress.read(actor, page);
        for (FigureTab tab : FigureTab.values()) {
            if (keys(tab).contains(key)) {
                var figure = tables(actor, page, q, tab, true).stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow(NotFound::new);
                send(page, q, figure, file);
                return;
            }
        }
        throw new NotFound();
    }

    private static List<String> keys(FigureTab tab) {
        return switch (tab) {
            case MEASURES -> List.of("annex", "kept", "back", "pace");
            case DEFECTS -> List.of("pareto");
            case PPM -> List.of("ppm");
            case COST -> List.of("costKinds", "costMonths", "costCustomers", "costCases", "costs");
            case WORDS -> List.of("wordsRising", "wordsOften");
        };
    }

    private static void send(Page page, FigureQuery q, Figure figure, ListFile file) throws IOException {
        var heading = new ArrayList<>(List.of(page.say(figure.title()), page.t("complaint.figures.period", page.fullDate(q.first()), page.fullDate(q.last()), page.fullDate(q.before().first()),
                page.fullDate(q.before().last())), page.say(figure.meaning())));
        if (!figure.source().isEmpty()) {
            heading.add(figure.source());
        }
        figure.notes().forEach(note -> heading.add(page.say(note)));
        var columns = figure.heads().stream().map(h -> SheetColumn.of(page.say(h.title()), switch (h.kind()) {
            case TEXT -> SheetColumn.Kind.TEXT;
            case COUNT, RATE, HOURS -> SheetColumn.Kind.NUMBER;
            case SHARE -> SheetColumn.Kind.PERCENT;
            case MONEY -> SheetColumn.Kind.MONEY;
        })).toList();
        file.send(new SheetPlan(page.say(figure.title()), heading, columns), sheet -> figure.lines().forEach(line -> {
            var row = new Object[line.cells().size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = Figure.filed(page, figure.heads().get(i).kind(), line.cells().get(i).value());
            }
            sheet.row(row);
        }));
    }

    @GetMapping(ALL + ".pdf")
    void paper(Actor actor, Page page, HttpServletResponse response) throws IOException {
        var q = FigureAddress.read(actor, page);
        var tab = FigureTab.of(page);
        var out = new StringOutput();
        templates.render("complaint/figures_paper.jte", Map.of("paper", template(page, actor, tab), "page", page, "q", q, "before", q.before(), "filters", filters(page, q),
                "received", figures.received(actor, q), "figures", tables(actor, page, q, tab, false)), out);
        var pdf = printer.print(out.toString());
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"complaint-figures.pdf\"");
        response.getOutputStream().write(pdf);
    }

    /** What was left out by filters, in words, so that paper never shows a part as the whole. */
    private List<String> filters(Page page, FigureQuery q) {
        var f = q.which();
        var words = new ArrayList<String>();
        if (f.customer() != null) {
            words.add(customers.get(f.customer()).name());
        }
        if (f.kind() != null) {
            words.add(page.label(f.kind()));
        }
        if (f.triage() != null) {
            words.add(page.label(f.triage()));
        }
        if (f.segment() != null) {
            words.add(page.t("complaint.filter.segment", f.segment()));
        }
        if (f.part() != null) {
            words.add(page.t("complaint.filter.part", f.part()));
        }
        if (f.defect() != null) {
            words.add(page.t("complaint.filter.defect", f.defect()));
        }
        return words;
    }

    private PaperTemplate template(Page page, Actor actor, FigureTab tab) {
        return new PaperTemplate(page.language().tag(), page.t("complaint.figures") + " " + page.t("complaint.figures.tab." + tab.code()), companies.current().name(), "", "", "",
                new PaperTemplate.Labels(page.t("complaint.paper.number"), page.t("complaint.paper.revision"), page.t("complaint.col.number")),
                new PaperTemplate.Foot("", "", "", page.t("complaint.paper.printed", actor.name(), page.now()), page.t("complaint.paper.page"), page.t("complaint.paper.of"),
                        page.t("complaint.paper.end")));
    }
}
