package org.huiyin.improvement.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.improvement.Plans;
import org.huiyin.kernel.Actor;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.sheets.SheetWriter;
import org.huiyin.organization.People;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Improvement plans as workbooks and on the company's form (001/5.4.6.3). */
@Controller
class PlanFiles {

    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

    @GetMapping("/c/{company}/actions/plans.xlsx")
    void list(Actor actor, Page page, HttpServletResponse response) throws IOException {
        var rows = plans.list(actor);
        var names = people.names();
        head(response, "plans.xlsx");
        try (var out = new SheetWriter(response.getOutputStream())) {
            out.sheet(new SheetPlan(page.t("improvement.plans"), java.util.List.of(page.t("improvement.plans"), page.date(page.today())), java.util.List.of(
                    SheetColumn.text(page.t("improvement.col.number")), SheetColumn.text(page.t("improvement.plan.title")).wide(40),
                    SheetColumn.of(page.t("improvement.plan.actions"), SheetColumn.Kind.INTEGER),
                    SheetColumn.of(page.t("improvement.plan.closed"), SheetColumn.Kind.INTEGER), SheetColumn.text(page.t("improvement.col.state")),
                    SheetColumn.text(page.t("improvement.plan.by")), SheetColumn.of(page.t("improvement.plan.madeOn"), SheetColumn.Kind.DATE))));
            rows.forEach(plan -> out.row(plan.number(), plan.title(), plan.actions().size(), plan.actions().stream().filter(a -> !a.state().open()).count(),
                    page.label(plan.state()), names.get(plan.madeBy()), plan.madeAt().atZone(page.zone()).toLocalDate()));
        }
    }

    @GetMapping("/c/{company}/actions/plans/{number}/table.xlsx")
    void excel(Actor actor, Page page, @PathVariable String number, HttpServletResponse response) throws IOException {
        var plan = plans.byNumber(actor, number);
        head(response, plan.number() + ".xlsx");
        table.excel(page, plan.actions(), paper.heading(page, plan), response.getOutputStream());
    }

    private static void head(HttpServletResponse response, String name) {
        response.setContentType(EXCEL);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString());
    }

    @GetMapping("/c/{company}/actions/plans/{number}/plan.pdf")
    ResponseEntity<byte[]> print(Actor actor, Page page, @PathVariable String number) {
        var plan = plans.byNumber(actor, number);
        var disposition = ContentDisposition.inline().filename(plan.number() + ".pdf").build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(paper.print(page, actor, plan));
    }
}
