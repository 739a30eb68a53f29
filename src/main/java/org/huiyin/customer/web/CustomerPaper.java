package org.huiyin.customer.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.huiyin.customer.CustomerFilter;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.CustomerView;
import org.huiyin.customer.Customers;
import org.huiyin.customer.GradingLineView;
import org.huiyin.customer.GradingRunView;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.ListPrinter;
import org.huiyin.paper.ListPrinter.Column;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The customer list, the customer file and the grading record on the company's forms (001/5.1.3.2, 001/5.4.1), with number, revision and clause. */
@Component
class CustomerPaper {

    private final Customers customers;
    private final OnePage onePage;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final TemplateEngine templates;
    private final PdfPrinter printer;
    private final ListPrinter lists;

    CustomerPaper(Customers customers, OnePage onePage, People people, Companies companies, Procedures procedures, TemplateEngine templates,
            PdfPrinter printer, ListPrinter lists) {
        this.customers = customers;
        this.onePage = onePage;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.templates = templates;
        this.printer = printer;
        this.lists = lists;
    }

    /** All customers of the filter, however many; nothing is sent before the last row is drawn. */
    void list(Actor actor, Page page, CustomerFilter filter, HttpServletResponse response) throws IOException {
        var names = people.names();
        var paper = head(actor, page, "customerList", "", "");
        var columns = List.of(column(page, "code", 12), column(page, "name", 30), column(page, "grade", 11), column(page, "orgType", 12),
                column(page, "orgSize", 11), column(page, "productType", 22), column(page, "segment", 12), column(page, "region", 10),
                column(page, "owner", 10), column(page, "partnerSince", 11));
        actor.mustHave("customer.read");
        answer(response, paper.title());
        lists.print(paper, columns, sink -> customers.each(actor, filter, row -> sink.accept(cells(page, row, row.owner() == null ? null : names.get(row.owner())))),
                response.getOutputStream());
    }

    private static Column column(Page page, String field, double share) {
        return new Column(page.t("customer.field." + field), share);
    }

    private static List<String> cells(Page page, CustomerRow row, @Nullable String owner) {
        return Stream.of(row.code(), row.name(), Degrees.grade(page, row.grade()), row.orgType(), row.orgSize(), row.productType(), row.segment(),
                row.region(), owner, row.partnerSince() == null ? null : row.partnerSince().toString()).map(text -> Objects.requireNonNullElse(text, "")).toList();
    }

    /** The record of a grading run, with the proof of each class (001/5.4.2.1 b-e). */
    void grading(Actor actor, Page page, GradingRunView run, Consumer<Consumer<GradingLineView>> lines, HttpServletResponse response)
            throws IOException {
        var paper = head(actor, page, "gradingRecord", run.number(), run.endedAt() == null || run.endedBy() == null || !Boolean.TRUE.equals(run.confirmed()) ? ""
                : page.t("customer.grading.confirmedBy", people.names().getOrDefault(run.endedBy(), ""), run.endedAt()));
        var columns = List.of(column(page, "code", 11), column(page, "name", 28), new Column(page.t("customer.figure.sales"), 13),
                new Column(page.t("customer.grading.before"), 9), new Column(page.t("customer.grading.proposed"), 11),
                new Column(page.t("customer.grading.result"), 9), new Column(page.t("customer.grading.reason"), 22), new Column(page.t("customer.grading.proof"), 46));
        answer(response, paper.title() + " " + run.number());
        lists.print(paper, columns, sink -> lines.accept(line -> sink.accept(cells(page, line))), response.getOutputStream());
    }

    private static List<String> cells(Page page, GradingLineView line) {
        return List.of(line.code(), line.name(), line.sales() == null ? "" : line.sales().toPlainString(), Degrees.grade(page, line.before()),
                String.join(" / ", line.classes().stream().map(g -> Degrees.grade(page, g)).toList()), Degrees.grade(page, line.result()),
                Objects.requireNonNullElse(line.reason(), ""), String.join("; ", line.proof().stream()
                        .map(row -> Degrees.criterion(page, row) + " " + Degrees.had(page, row) + (row.met() ? " √" : " ×")).toList()));
    }

    /** One customer's file. */
    void file(Actor actor, Page page, CustomerView customer, HttpServletResponse response) throws IOException {
        var paper = head(actor, page, "customerFile", customer.code(), "");
        var html = new StringOutput();
        templates.render("customer/file_paper.jte",
                Map.of("paper", paper, "page", page, "view", Objects.requireNonNull(onePage.draw("", actor, page, customer).getModel().get("view"))), html);
        var pdf = printer.print(html.toString());
        answer(response, paper.title() + " " + customer.code());
        response.getOutputStream().write(pdf);
    }

    private PaperTemplate head(Actor actor, Page page, String code, String number, String note) {
        var form = procedures.inForce().forms().stream().filter(f -> f.code().equals(code)).findFirst();
        return new PaperTemplate(page.language().tag(), form.map(f -> f.name().in(page.locale())).orElseGet(() -> page.t("customer.form." + code)),
                companies.current().name(), form.map(FormEntry::number).orElse(""), form.map(FormEntry::revision).orElse(""), number,
                new PaperTemplate.Labels(page.t("customer.paper.form"), page.t("customer.paper.revision"), page.t("customer.paper.number")),
                new PaperTemplate.Foot(form.map(f -> page.t("customer.paper.foot", f.number(), f.revision(), page.fullDate(f.effective()))).orElse(""),
                        form.map(f -> page.t("customer.paper.clause", f.clause())).orElse(""), note,
                        page.t("customer.paper.printed", actor.name(), page.fullMoment(page.now())), page.t("customer.paper.page"),
                        page.t("customer.paper.of"), page.t("customer.paper.end")));
    }

    private static void answer(HttpServletResponse response, String name) {
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename(name + ".pdf", StandardCharsets.UTF_8).build().toString());
    }
}
