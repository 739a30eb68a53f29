package org.huiyin.improvement.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalView;
import org.huiyin.improvement.PlanView;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.web.Page;
import org.springframework.stereotype.Component;

/** An improvement plan on the company's form: number, revision, effective day, clause, who approved it (001/5.4.6.3). */
@Component
class PlanPaper {

    private final TrackingTable table;
    private final Procedures procedures;
    private final Companies companies;
    private final People people;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    PlanPaper(TrackingTable table, Procedures procedures, Companies companies, People people, TemplateEngine templates, PdfPrinter printer) {
        this.table = table;
        this.procedures = procedures;
        this.companies = companies;
        this.people = people;
        this.templates = templates;
        this.printer = printer;
    }

    private FormEntry form(PlanView plan) {
        return procedures.byId(plan.profileVersion()).form("improvementPlan");
    }

    /** The lines above the table of a workbook; the first one is the name of the form. */
    List<String> heading(Page page, PlanView plan) {
        var form = form(plan);
        return List.of(form.name().in(page.locale()), page.t("improvement.paper.form", form.number(), form.revision()), plan.number() + " " + plan.title(),
                page.label(plan.state()), page.date(page.today()));
    }

    byte[] print(Page page, Actor actor, PlanView plan) {
        var form = form(plan);
        var approval = plan.approval();
        var roles = approval == null ? Map.<String, String>of()
                : approval.parts().stream().map(ApprovalView.Part::role).distinct().collect(Collectors.toMap(role -> role, people::roleName));
        var out = new StringOutput();
        templates.render("improvement/plan_paper.jte", Map.of("paper", template(page, actor, plan, form), "page", page, "plan", plan,
                "lines", table.lines(page, plan.actions()), "names", people.names(), "roles", roles), out);
        return printer.print(out.toString());
    }

    private PaperTemplate template(Page page, Actor actor, PlanView plan, FormEntry form) {
        return new PaperTemplate(page.language().tag(), form.name().in(page.locale()), companies.current().name(), form.number(), form.revision(), plan.number(),
                new PaperTemplate.Labels(page.t("improvement.paper.number"), page.t("improvement.paper.revision"), page.t("improvement.col.number")),
                new PaperTemplate.Foot(page.t("improvement.paper.effective", form.number(), form.revision(), form.effective()), "§" + form.clause(),
                        page.label(plan.state()), page.t("improvement.paper.printed", actor.name(), page.now()), page.t("improvement.paper.page"),
                        page.t("improvement.paper.of"), page.t("improvement.paper.end")));
    }
}
