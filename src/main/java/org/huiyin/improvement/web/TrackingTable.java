package org.huiyin.improvement.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huiyin.improvement.ActionStep;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.CauseView;
import org.huiyin.improvement.MeasureView;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tracking table of corrective actions as a form with its number and revision, as a file and on paper. */
@Component
class TrackingTable {

    private final Actions actions;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    TrackingTable(Actions actions, People people, Companies companies, Procedures procedures, TemplateEngine templates, PdfPrinter printer) {
        this.actions = actions;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.templates = templates;
        this.printer = printer;
    }

    void file(Page page, List<ActionView> rows, ListFile file) throws IOException {
        var form = procedures.inForce().form("actionTracking");
        file(page, rows, List.of(form.name().in(page.locale()), page.t("improvement.paper.form", form.number(), form.revision()), page.date(page.today())), file);
    }

    /** The same columns below another form's heading, whose first line names the sheet. */
    void file(Page page, List<ActionView> rows, List<String> heading, ListFile file) throws IOException {
        var names = people.names();
        file.send(new SheetPlan(heading.getFirst(), heading, columns(page)), sheet -> {
            for (ActionView a : rows) {
                var steps = actions.steps(a.id());
                sheet.row(a.number(), a.origins().stream().map(page::label).collect(Collectors.joining(" ")), a.customerName(), page.say(a.problem()),
                        String.join("、", a.items()), a.departmentName(), a.owner() == null ? null : names.get(a.owner()), cause(a),
                        measures(page, a, names), a.firstDue(), a.due(), page.label(a.state()), verdict(page, steps, names), told(page, steps),
                        day(page, a), a.cycle() - 1);
            }
        });
    }

    private static List<SheetColumn> columns(Page page) {
        return List.of(text(page, "number"), text(page, "origin"), text(page, "customer").wide(26), text(page, "problem").wide(40), text(page, "items").wide(24),
                text(page, "department"), text(page, "owner"), text(page, "cause").wide(40), text(page, "measures").wide(50),
                SheetColumn.of(page.t("improvement.col.firstDue"), SheetColumn.Kind.DATE), SheetColumn.of(page.t("improvement.col.due"), SheetColumn.Kind.DATE),
                text(page, "state"), text(page, "verified").wide(30), text(page, "told").wide(30),
                SheetColumn.of(page.t("improvement.col.ended"), SheetColumn.Kind.DATE), SheetColumn.of(page.t("improvement.col.reopened"), SheetColumn.Kind.INTEGER));
    }

    private static SheetColumn text(Page page, String column) {
        return SheetColumn.text(page.t("improvement.col." + column));
    }

    byte[] paper(Page page, Actor actor, List<ActionView> rows) {
        var profile = procedures.inForce();
        var form = profile.form("actionTracking");
        var out = new StringOutput();
        templates.render("improvement/tracking_paper.jte", Map.of("paper", template(page, actor, form), "page", page, "lines", lines(page, rows)), out);
        return printer.print(out.toString());
    }

    List<TrackingLine> lines(Page page, List<ActionView> rows) {
        var names = people.names();
        return rows.stream().map(a -> line(page, a, names)).toList();
    }

    private PaperTemplate template(Page page, Actor actor, FormEntry form) {
        return new PaperTemplate(page.language().tag(), form.name().in(page.locale()), companies.current().name(), form.number(), form.revision(), "",
                new PaperTemplate.Labels(page.t("improvement.paper.number"), page.t("improvement.paper.revision"), page.t("improvement.col.number")),
                new PaperTemplate.Foot(page.t("improvement.paper.form", form.number(), form.revision()), "§" + form.clause(), "",
                        page.t("improvement.paper.printed", actor.name(), page.now()), page.t("improvement.paper.page"), page.t("improvement.paper.of"),
                        page.t("improvement.paper.end")));
    }

    private TrackingLine line(Page page, ActionView a, Map<org.huiyin.kernel.PersonId, String> names) {
        var steps = actions.steps(a.id());
        return new TrackingLine(a.number(), Objects.requireNonNullElse(a.customerName(), ""), page.say(a.problem()) + (a.items().isEmpty() ? "" : " (" + String.join("、", a.items()) + ")"),
                Objects.requireNonNullElse(a.departmentName(), "") + (a.owner() == null ? "" : " " + names.get(a.owner())), cause(a), measures(page, a, names),
                page.date(a.due()), verdict(page, steps, names), told(page, steps), page.label(a.state()));
    }

    private String cause(ActionView a) {
        return actions.causes(a.id()).stream().filter(c -> c.struck() == null && c.leaf() && c.cycle() == a.cycle()).map(CauseView::words).collect(Collectors.joining("; "));
    }

    private String measures(Page page, ActionView a, Map<org.huiyin.kernel.PersonId, String> names) {
        return actions.measures(a.id()).stream().filter(m -> m.end() == null || m.done())
                .map(m -> m.words() + " (" + names.get(m.owner()) + ", " + page.date(m.due()) + ", " + page.t(measureState(m)) + ")").collect(Collectors.joining("; "));
    }

    static String measureState(MeasureView m) {
        return m.open() ? "improvement.measure.open" : m.done() ? "improvement.measure.done" : "improvement.measure.dropped";
    }

    private static String verdict(Page page, List<ActionStep> steps, Map<org.huiyin.kernel.PersonId, String> names) {
        return steps.stream().filter(s -> s.kind() == ActionStep.Kind.VERIFIED)
                .map(s -> page.t("improvement.verdict." + s.detail("verdict").toLowerCase(java.util.Locale.ROOT)) + " " + names.get(s.by()) + " " + page.date(s.at()))
                .collect(Collectors.joining("; "));
    }

    private static String told(Page page, List<ActionStep> steps) {
        return steps.stream().filter(s -> s.kind() == ActionStep.Kind.TOLD)
                .map(s -> s.detail("contact") + " " + page.date(java.time.Instant.parse(s.detail("at")))).collect(Collectors.joining("; "));
    }

    private static @Nullable LocalDate day(Page page, ActionView a) {
        return a.endedAt() == null ? null : a.endedAt().atZone(page.zone()).toLocalDate();
    }
}
