package org.huiyin.replenishment.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.approval.ApprovalView;
import org.huiyin.approval.Approvals;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.Procedures;
import org.huiyin.replenishment.ReplenishmentFilter;
import org.huiyin.replenishment.ReplenishmentView;
import org.huiyin.replenishment.Replenishments;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Page;
import org.springframework.stereotype.Component;

/** Replacement orders as a workbook, and the urgent order on paper with who approved it (001/5.3.4). */
@Component
class ReplenishmentFiles {

    private static final String FORM = "urgentOrder";

    private final Replenishments orders;
    private final Approvals approvals;
    private final Procedures procedures;
    private final Companies companies;
    private final People people;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ReplenishmentFiles(Replenishments orders, Approvals approvals, Procedures procedures, Companies companies, People people, TemplateEngine templates,
            PdfPrinter printer) {
        this.orders = orders;
        this.approvals = approvals;
        this.procedures = procedures;
        this.companies = companies;
        this.people = people;
        this.templates = templates;
        this.printer = printer;
    }

    void list(Actor actor, Page page, ReplenishmentFilter filter, ListFile file) throws IOException {
        actor.mustHave("replenish.read");
        var names = people.names();
        var title = page.t("replenishment.menu");
        file.send(new SheetPlan(title, List.of(title, companies.current().name(), page.date(page.today())), columns(page)), sheet -> orders.each(actor, filter,
                row -> sheet.row(row.number(), page.label(row.state()), page.t(row.urgent() ? "replenishment.yes" : "replenishment.no"), row.customerName(),
                        row.sourceNumber(), row.complaintNumber(), row.goods(), row.amount(), row.total(), page.t(row.topToo() ? "replenishment.yes" : "replenishment.no"),
                        row.reason(), names.get(row.proposedBy()), row.proposedOn(), row.wantedBy(), row.approvedOn(), row.scheduledFor(), row.shippedOn(),
                        row.releasedOn(), row.approvalDue(), row.refusedOn(), page.t(row.late(page.today()) || row.approvalLate(page.today()) ? "replenishment.yes" : "replenishment.no"))));
    }

    private static List<SheetColumn> columns(Page page) {
        return List.of(text(page, "number"), text(page, "state"), text(page, "urgent"), text(page, "customer").wide(26), text(page, "source"), text(page, "complaint"),
                text(page, "goods").wide(30), money(page, "amount"), money(page, "total"), text(page, "top"), text(page, "reason").wide(40), text(page, "proposedBy"),
                day(page, "proposedOn"), day(page, "wantedBy"), day(page, "approvedOn"), day(page, "scheduledFor"), day(page, "shippedOn"),
                day(page, "releasedOn"), day(page, "approvalDue"), day(page, "refusedOn"), text(page, "late"));
    }

    private static SheetColumn text(Page page, String column) {
        return SheetColumn.text(page.t("replenishment.col." + column));
    }

    private static SheetColumn money(Page page, String column) {
        return SheetColumn.of(page.t("replenishment.col." + column), SheetColumn.Kind.MONEY);
    }

    private static SheetColumn day(Page page, String column) {
        return SheetColumn.of(page.t("replenishment.col." + column), SheetColumn.Kind.DATE);
    }

    byte[] paper(Actor actor, Page page, ReplenishmentView view) {
        var row = view.row();
        var asked = row.approval() == null ? null : approvals.get(row.approval());
        var out = new StringOutput();
        var model = new HashMap<String, Object>(Map.of("paper", template(actor, page, view), "page", page, "view", view, "names", people.names(),
                "roles", asked == null ? Map.of()
                        : asked.parts().stream().map(ApprovalView.Part::role).distinct().collect(Collectors.toMap(role -> role, people::roleName))));
        model.put("approval", asked);
        templates.render("replenishment/paper.jte", model, out);
        return printer.print(out.toString());
    }

    /** The form's own number where the company registered one, else the procedure's. */
    private PaperTemplate template(Actor actor, Page page, ReplenishmentView view) {
        var profile = procedures.byId(view.row().profileVersion());
        var form = profile.forms().stream().filter(f -> f.code().equals(FORM)).findFirst();
        var title = form.map(f -> f.name().in(page.locale())).orElse(page.t(view.row().urgent() ? "replenishment.paper.urgent" : "replenishment.paper.title"));
        var number = form.map(f -> f.number()).orElse(profile.document());
        var revision = form.map(f -> f.revision()).orElse(profile.revision());
        return new PaperTemplate(page.language().tag(), title, companies.current().name(), number, revision, view.number(),
                new PaperTemplate.Labels(page.t(form.isPresent() ? "replenishment.paper.form" : "replenishment.paper.procedure"), page.t("replenishment.paper.revision"),
                        page.t("replenishment.col.number")),
                new PaperTemplate.Foot(page.t("replenishment.paper.effective", number, revision, form.map(f -> f.effective()).orElse(profile.effectiveFrom())),
                        view.row().clause().isEmpty() ? "" : "§" + view.row().clause(), page.label(view.state()),
                        page.t("replenishment.paper.printed", actor.name(), page.now()), page.t("replenishment.paper.page"), page.t("replenishment.paper.of"),
                        page.t("replenishment.paper.end")));
    }
}
