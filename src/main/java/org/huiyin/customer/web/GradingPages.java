package org.huiyin.customer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.GradingApprovals;
import org.huiyin.customer.GradingLineView;
import org.huiyin.customer.Gradings;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Grade;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetColumn.Kind;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Grading runs: what is proposed and why, decisions, confirmation. */
@Controller
class GradingPages {

    private static final int LINES = 50;
    private static final int PART = 500;

    private final Gradings gradings;
    private final GradingApprovals approvals;
    private final People people;
    private final Choices choices;
    private final Lists lists;
    private final CustomerPaper paper;

    GradingPages(Gradings gradings, GradingApprovals approvals, People people, Choices choices, Lists lists,
            CustomerPaper paper) {
        this.gradings = gradings;
        this.approvals = approvals;
        this.people = people;
        this.choices = choices;
        this.lists = lists;
        this.paper = paper;
    }

    @GetMapping("/c/{company}/gradings")
    ModelAndView runs(Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("rows", gradings.runs(actor));
        model.put("names", people.names());
        model.put("mayRun", actor.may("grading.propose"));
        return new ModelAndView("customer/gradings", model);
    }

    @GetMapping({"/c/{company}/gradings.xlsx", "/c/{company}/gradings.csv"})
    void runsFile(Actor actor, Page page, ListFile file) throws IOException {
        var names = people.names();
        var rows = gradings.runs(actor);
        var columns = new java.util.ArrayList<>(List.of(page.t("customer.grading.number"), page.t("customer.grading.window")));
        java.util.Arrays.stream(Grade.values()).forEach(grade -> columns.add(Degrees.grade(page, grade)));
        columns.addAll(List.of(page.t("customer.grading.changes"), page.t("customer.grading.state"), page.t("customer.import.who"), page.t("customer.import.when")));
        file.send(page.t("customer.grading.menu"), "", columns, sheet -> rows.forEach(run -> {
            var cells = new java.util.ArrayList<Object>(List.of(run.number(), page.t("customer.grading.fromTo", run.from(), run.to())));
            java.util.Arrays.stream(Grade.values()).forEach(grade -> cells.add(run.counts().getOrDefault(grade, 0)));
            cells.addAll(List.of(run.changes(), page.t("customer.grading." + (run.confirmed() == null ? "toConfirm" : run.confirmed() ? "confirmed" : "dropped")),
                    names.getOrDefault(run.by(), ""), page.moment(run.at())));
            sheet.row(cells.toArray());
        }));
    }

    @PostMapping("/c/{company}/gradings")
    String run(Actor actor, Page page, RedirectAttributes redirect) {
        var number = gradings.run(actor);
        Notice.done("customer.grading.made", number).on(redirect);
        return "redirect:" + page.to("gradings", number);
    }

    @GetMapping("/c/{company}/gradings/{number}")
    ModelAndView show(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String show,
            @RequestParam(name = "page", defaultValue = "1") int at) {
        return draw("customer/grading", actor, page, number, show, at, LINES);
    }

    @GetMapping("/c/{company}/gradings/{number}.pdf")
    void paper(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        paper.grading(actor, page, gradings.get(actor, number), sink -> each(actor, number, sink), response);
    }

    @GetMapping({"/c/{company}/gradings/{number}.xlsx", "/c/{company}/gradings/{number}.csv"})
    void file(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var run = gradings.get(actor, number);
        var columns = List.of(Lists.text(page, "code"), Lists.text(page, "name").wide(34),
                SheetColumn.of(page.t("customer.figure.sales"), Kind.MONEY), SheetColumn.text(page.t("customer.grading.before")),
                SheetColumn.text(page.t("customer.grading.proposed")), SheetColumn.text(page.t("customer.grading.result")),
                SheetColumn.text(page.t("customer.grading.reason")).wide(40), SheetColumn.text(page.t("customer.grading.proof")).wide(80));
        lists.send(file, page, lists.form("gradingRecord", page), columns, writer -> each(actor, run.number(), line -> writer.row(line.code(), line.name(), line.sales(), Degrees.grade(page, line.before()),
                        String.join(" / ", line.classes().stream().map(g -> Degrees.grade(page, g)).toList()),
                        Degrees.grade(page, line.result()), line.reason(), String.join("; ", line.proof().stream()
                                .map(row -> row.criterion() + " " + Degrees.had(page, row) + (row.met() ? " √" : " ×")).toList()))));
    }

    private void each(Actor actor, String number, Consumer<GradingLineView> sink) {
        List<GradingLineView> part = List.of();
        for (int at = 1; at == 1 || part.size() == PART; at++) {
            part = gradings.lines(actor, number, "", at, PART).rows();
            part.forEach(sink);
        }
    }

    @PostMapping("/c/{company}/gradings/{number}/decisions")
    String decide(Actor actor, Page page, @PathVariable String number, @RequestParam java.util.UUID customer, @RequestParam Grade grade,
            @RequestParam String reason, @RequestParam(defaultValue = "") String show, RedirectAttributes redirect) {
        gradings.decide(actor, number, new CustomerId(customer), grade, reason);
        Notice.done("customer.grading.decidedDone").on(redirect);
        return "redirect:" + page.to("gradings", number) + (show.matches("[A-Za-z]+") ? "?show=" + show : "");
    }

    @PostMapping("/c/{company}/gradings/{number}/confirmation")
    String confirm(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        Notice.done("customer.grading.confirmedDone", gradings.confirm(actor, number)).on(redirect);
        return "redirect:" + page.to("gradings", number);
    }

    @PostMapping("/c/{company}/gradings/{number}/submission")
    String submit(Actor actor, Page page, @PathVariable String number, RedirectAttributes redirect) {
        approvals.submit(actor, number);
        Notice.done("customer.grading.submitted", number).on(redirect);
        return "redirect:" + page.to("gradings", number);
    }

    @PostMapping("/c/{company}/gradings/{number}/dropping")
    String drop(Actor actor, Page page, @PathVariable String number, @RequestParam String reason, RedirectAttributes redirect) {
        gradings.drop(actor, number, reason);
        Notice.done("customer.grading.droppedDone", number).on(redirect);
        return "redirect:" + page.to("gradings");
    }

    private ModelAndView draw(String template, Actor actor, Page page, String number, String show, int at, int size) {
        var slice = gradings.lines(actor, number, show, at, size);
        var model = new HashMap<String, Object>();
        var run = gradings.get(actor, number);
        model.put("run", run);
        model.put("approval", approvals.of(run).orElse(null));
        model.put("several", approvals.needed(run));
        model.put("lines", slice.rows());
        model.put("paging", new Paging(slice.page(), slice.size(), slice.total()));
        model.put("names", people.names());
        model.put("grades", choices.grades(page));
        model.put("mayDecide", actor.may("grading.propose"));
        model.put("mayConfirm", actor.may("grading.confirm"));
        return new ModelAndView(template, model);
    }
}
