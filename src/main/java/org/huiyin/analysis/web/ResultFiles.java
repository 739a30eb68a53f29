package org.huiyin.analysis.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.huiyin.analysis.CustomerScore;
import org.huiyin.analysis.CustomerScoreFilter;
import org.huiyin.analysis.ImportanceChart;
import org.huiyin.analysis.ResultView;
import org.huiyin.analysis.Results;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Companies;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetColumn.Kind;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Results as workbooks and as the report on the company's form (001/5.4.3.1). */
@Controller
class ResultFiles {

    /** More rows make a report nobody reads; what is left out is said on it, and the workbook has everything. */
    private static final int PRINTED = 1_000;
    private static final int PART = 500;

    private final Results results;
    private final ResultModel model;
    private final ResultSheet sheet;
    private final Companies companies;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ResultFiles(Results results, ResultModel model, ResultSheet sheet, Companies companies, TemplateEngine templates, PdfPrinter printer) {
        this.results = results;
        this.model = model;
        this.sheet = sheet;
        this.companies = companies;
        this.templates = templates;
        this.printer = printer;
    }

    @GetMapping({"/c/{company}/results/{number}/result.xlsx", "/c/{company}/results/{number}/result.csv"})
    void file(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        file.send(number, writer -> sheet.write(actor, page, view, writer));
    }

    /** The customers of a result in the filter of their page. */
    @GetMapping({"/c/{company}/results/{number}/customers.xlsx", "/c/{company}/results/{number}/customers.csv"})
    void customers(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        file.send(page.t("analysis.customers"), writer -> sheet.customers(writer, page, view, sink -> {
            int at = 0;
            for (var part = part(actor, page, view, at); !part.isEmpty(); part = part(actor, page, view, at)) {
                part.forEach(sink);
                at += part.size();
            }
        }));
    }

    private List<CustomerScore> part(Actor actor, Page page, ResultView view, int at) {
        return results.customers(actor, view.round(), new CustomerScoreFilter(page.query("q"), page.query("band"), page.query("class"), PART, at));
    }

    /** The rounds of the list. */
    @GetMapping({"/c/{company}/results.xlsx", "/c/{company}/results.csv"})
    void rounds(Actor actor, Page page, ListFile file) throws IOException {
        var trend = results.trend(actor);
        file.send(new SheetPlan(page.t("analysis.results"), java.util.List.of(page.t("analysis.results"), page.date(page.today())), java.util.List.of(
                    SheetColumn.text(page.t("analysis.col.number")), SheetColumn.text(page.t("analysis.col.round")).wide(30),
                    SheetColumn.of(page.t("analysis.col.opened"), Kind.DATE), SheetColumn.of(page.t("analysis.index"), Kind.NUMBER),
                    SheetColumn.of(page.t("analysis.lower"), Kind.NUMBER), SheetColumn.of(page.t("analysis.upper"), Kind.NUMBER),
                    SheetColumn.of(page.t("analysis.answered"), Kind.INTEGER), SheetColumn.of(page.t("analysis.population"), Kind.INTEGER),
                    SheetColumn.text(page.t("analysis.col.state")))), out ->
            trend.reversed().forEach(point -> {
                var index = point.result().index();
                out.row(point.round().number(), point.round().title(), point.round().opensOn(), ResultSheet.score(index.mean() == null ? null : index.mean().value()),
                        ResultSheet.score(ResultSheet.number(index.lower())), ResultSheet.score(ResultSheet.number(index.upper())), index.answered(), index.population(),
                        page.t(point.provisional() ? "analysis.provisional" : "analysis.signed"));
            }));
    }

    @GetMapping("/c/{company}/results/{number}/report.pdf")
    ResponseEntity<byte[]> paper(Actor actor, Page page, @PathVariable String number) {
        var view = results.of(actor, number).orElseThrow(NotFound::new);
        Map<String, Object> shown = model.of(actor, page, view, PRINTED);
        shown.put("page", page);
        shown.put("paper", paper(actor, page, view));
        var all = new CustomerScoreFilter(null, null, null, PRINTED, 0);
        shown.put("customers", results.customers(actor, view.round(), all));
        shown.put("customerCount", results.count(actor, view.round(), all));
        shown.put("followedCount", results.countConsequences(actor, view.round()));
        shown.put("importance", java.util.Arrays.stream(ImportanceChart.Way.values()).map(way -> ImportanceChart.of(view, way)).toList());
        var html = new StringOutput();
        templates.render("analysis/report.jte", shown, html);
        var disposition = ContentDisposition.inline().filename(number + ".pdf").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(printer.print(html.toString()));
    }

    private PaperTemplate paper(Actor actor, Page page, ResultView view) {
        FormEntry form = view.form().profile().form("result");
        return new PaperTemplate(page.language().tag(), page.t("analysis.report.title", view.round().title()), companies.current().name(),
                form.number(), form.revision(), view.round().number(),
                new PaperTemplate.Labels(page.t("analysis.paper.form"), page.t("analysis.paper.revision"), page.t("analysis.paper.number")),
                new PaperTemplate.Foot(page.t("analysis.paper.foot", form.number(), form.revision(), page.fullDate(form.effective())),
                        page.t("analysis.paper.clause", form.clause()),
                        view.frozenHash() == null ? page.t("analysis.provisional") : "SHA-256 " + view.frozenHash().substring(0, 16),
                        page.t("analysis.paper.printed", page.fullMoment(page.now()), actor.name()),
                        page.t("analysis.paper.page"), page.t("analysis.paper.of"), page.t("analysis.paper.end")));
    }
}
