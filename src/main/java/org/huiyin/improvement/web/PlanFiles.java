package org.huiyin.improvement.web;

import java.io.IOException;
import java.util.List;
import org.huiyin.improvement.Plans;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.People;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Improvement plans as files and on the company's form (001/5.4.6.3). */
@Controller
class PlanFiles {

    private final Plans plans;
    private final TrackingTable table;
    private final PlanPaper paper;
    private final People people;

    PlanFiles(Plans plans, TrackingTable table, PlanPaper paper, People people) {
        this.plans = plans;
        this.table = table;
        this.paper = paper;
        this.people = people;
    }

    @GetMapping({"/c/{company}/actions/plans.xlsx", "/c/{company}/actions/plans.csv"})
    void list(Actor actor, Page page, ListFile file) throws IOException {
        var rows = plans.list(actor);
        var names = people.names();
        var title = page.t("improvement.plans");
        file.send(new SheetPlan(title, List.of(title, page.date(page.today())), columns(page)), sheet -> rows.forEach(plan -> sheet.row(plan.number(),
                plan.title(), plan.actions().size(), plan.actions().stream().filter(a -> !a.state().open()).count(), page.label(plan.state()),
                names.get(plan.madeBy()), plan.madeAt().atZone(page.zone()).toLocalDate())));
    }

    private static List<SheetColumn> columns(Page page) {
        return List.of(SheetColumn.text(page.t("improvement.col.number")), SheetColumn.text(page.t("improvement.plan.title")).wide(40),
                SheetColumn.of(page.t("improvement.plan.actions"), SheetColumn.Kind.INTEGER),
                SheetColumn.of(page.t("improvement.plan.closed"), SheetColumn.Kind.INTEGER), SheetColumn.text(page.t("improvement.col.state")),
                SheetColumn.text(page.t("improvement.plan.by")), SheetColumn.of(page.t("improvement.plan.madeOn"), SheetColumn.Kind.DATE));
    }

    @GetMapping({"/c/{company}/actions/plans/{number}/table.xlsx", "/c/{company}/actions/plans/{number}/table.csv"})
    void one(Actor actor, Page page, @PathVariable String number, ListFile file) throws IOException {
        var plan = plans.byNumber(actor, number);
        table.file(page, plan.actions(), paper.heading(page, plan), file);
    }

    @GetMapping("/c/{company}/actions/plans/{number}/plan.pdf")
    ResponseEntity<byte[]> print(Actor actor, Page page, @PathVariable String number) {
        var plan = plans.byNumber(actor, number);
        var disposition = ContentDisposition.inline().filename(plan.number() + ".pdf").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(paper.print(page, actor, plan));
    }
}
