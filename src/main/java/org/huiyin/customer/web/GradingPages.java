package org.huiyin.customer.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.GradingApprovals;
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

    private final Gradings gradings;
    private final GradingApprovals approvals;
    private final People people;
    private final Choices choices;
    private final Lists lists;

    GradingPages(Gradings gradings, GradingApprovals approvals, People people, Choices choices, Lists lists) {
        this.gradings = gradings;
        this.approvals = approvals;
        this.people = people;
        this.choices = choices;
        this.lists = lists;
    }

    @GetMapping("/c/{company}/gradings")
    ModelAndView runs(Actor actor) {
        var model = new HashMap<String, Object>();
        model.put("rows", gradings.runs(actor));
        model.put("names", people.names());
        model.put("mayRun", actor.may("grading.propose"));
        return new ModelAndView("customer/gradings", model);
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

    @GetMapping("/c/{company}/gradings/{number}/print")
    ModelAndView print(Actor actor, Page page, @PathVariable String number) {
        return draw("customer/grading_print", actor, page, number, "", 1, 500).addObject("form", lists.form("gradingRecord", page));
    }

    @GetMapping({"/c/{company}/gradings/{number}.xlsx", "/c/{company}/gradings/{number}.csv"})
    void file(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var run = gradings.get(actor, number);
        var columns = List.of(Lists.text(page, "code"), Lists.text(page, "name").wide(34),
                SheetColumn.of(page.t("customer.figure.sales"), Kind.MONEY), SheetColumn.text(page.t("customer.grading.before")),
                SheetColumn.text(page.t("customer.grading.proposed")), SheetColumn.text(page.t("customer.grading.result")),
                SheetColumn.text(page.t("customer.grading.reason")).wide(40), SheetColumn.text(page.t("customer.grading.proof")).wide(80));
        lists.send(file, page, lists.form("gradingRecord", page), columns, writer -> {
            for (int at = 1; ; at++) {
                var slice = gradings.lines(actor, run.number(), "", at, 500);
                slice.rows().forEach(line -> writer.row(line.code(), line.name(), line.sales(), Degrees.grade(page, line.before()),
                        String.join(" / ", line.classes().stream().map(g -> Degrees.grade(page, g)).toList()),
                        Degrees.grade(page, line.result()), line.reason(), String.join("; ", line.proof().stream()
                                .map(row -> row.criterion() + " " + Degrees.had(page, row) + (row.met() ? " √" : " ×")).toList())));
                if (slice.rows().size() < 500) {
                    break;
                }
            }
        });
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
