package org.huiyin.complaint.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.huiyin.complaint.ComplaintFilter;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintRow;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Extra;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.LineView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
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

/** The register as a form with its number and revision: a row for each line of a complaint. */
@Component
public class Register {

    /** Paper is for people; who wants more takes the Excel file. */
    private static final int MOST_ON_PAPER = 1_000;
    private static final int BLOCK = 500;

    private final Complaints complaints;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    Register(Complaints complaints, People people, Companies companies, Procedures procedures, TemplateEngine templates, PdfPrinter printer) {
        this.complaints = complaints;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.templates = templates;
        this.printer = printer;
    }

    void file(Actor actor, Page page, ComplaintFilter filter, ListFile file) throws IOException {
        actor.mustHave("complaint.read");
        var form = procedures.inForce().form("complaintList");
        var title = form.name().in(page.locale());
        file.send(new SheetPlan(title, List.of(title, page.t("complaint.paper.form", form.number(), form.revision()), page.date(page.today())), columns(page)),
                sheet -> each(actor, page, filter, cells -> sheet.row(cells.toArray())));
    }

    private void each(Actor actor, Page page, ComplaintFilter filter, Consumer<List<@Nullable Object>> sink) {
        var names = people.names();
        var block = new ArrayList<ComplaintRow>();
        complaints.each(actor, filter, row -> {
            block.add(row);
            if (block.size() == BLOCK) {
                flush(page, block, names, sink);
            }
        });
        flush(page, block, names, sink);
    }

    private void flush(Page page, List<ComplaintRow> block, Map<PersonId, String> names, Consumer<List<@Nullable Object>> sink) {
        var extras = block.isEmpty() ? Map.<ComplaintId, Extra>of() : complaints.extras(block);
        for (ComplaintRow row : block) {
            var lines = row.complaint().lines();
            for (int i = 0; i < Math.max(1, lines.size()); i++) {
                sink.accept(cells(page, row, lines.isEmpty() ? null : lines.get(i), names, extras.getOrDefault(row.complaint().id(), Extra.NONE)));
            }
        }
        block.clear();
    }

    private static List<@Nullable Object> cells(Page page, ComplaintRow row, @Nullable LineView line, Map<PersonId, String> names, Extra extra) {
        var k = row.complaint();
        var cells = new ArrayList<@Nullable Object>();
        cells.addAll(List.of(k.number(), at(page, k.receivedAt()), page.label(k.kind()), page.label(k.phase())));
        cells.add(k.segment());
        cells.addAll(List.of(k.who(), contact(k), k.customerNumber(), page.label(k.channel())));
        cells.add(name(names, k.receivedBy()));
        cells.add(name(names, k.salesOwner()));
        cells.add(name(names, k.workOwner()));
        cells.add(page.t(k.safety() ? "complaint.yes" : "complaint.no"));
        cells.add(line == null ? null : line.part());
        cells.add(line == null ? null : line.partName());
        cells.add(line == null ? null : line.lot());
        cells.add(line == null ? null : line.quantity());
        cells.add(line == null ? null : line.unit());
        cells.add(line == null ? null : line.defectName());
        cells.add(k.text());
        cells.add(extra.photos());
        cells.add(extra.sample() == null ? null : page.label(extra.sample()));
        cells.add(k.wish() == null ? null : k.wish().day());
        cells.add(k.triage() == null ? null : page.label(k.triage()));
        cells.add(page.label(k.standing()));
        cells.add(k.dueAt() == null ? null : at(page, k.dueAt()));
        cells.add(maybe(page, row.answeredAt()));
        cells.add(maybe(page, row.at(Fact.ACCEPTED)));
        cells.add(maybe(page, k.closedAt()));
        cells.add(k.round() - 1);
        return cells;
    }

    /** Whom to talk to: name and telephone. */
    public static String contact(ComplaintView k) {
        return (k.complainant().name() + " " + k.complainant().phone()).strip();
    }

    private static @Nullable String name(Map<PersonId, String> names, @Nullable PersonId person) {
        return person == null ? null : names.get(person);
    }

    private static LocalDateTime at(Page page, Instant instant) {
        return instant.atZone(page.zone()).toLocalDateTime();
    }

    private static @Nullable LocalDateTime maybe(Page page, @Nullable Instant instant) {
        return instant == null ? null : at(page, instant);
    }

    private static List<SheetColumn> columns(Page page) {
        return List.of(text(page, "number"), time(page, "received"), text(page, "kind"), text(page, "phase"), text(page, "segment"), text(page, "customer").wide(26),
                text(page, "contact"), text(page, "customerNumber"), text(page, "channel"), text(page, "receivedBy"), text(page, "sales"), text(page, "work"), text(page, "safety"),
                text(page, "part"), text(page, "partName"), text(page, "lot"), SheetColumn.of(page.t("complaint.col.quantity"), SheetColumn.Kind.NUMBER),
                text(page, "unit"), text(page, "defect"), text(page, "words").wide(60),
                SheetColumn.of(page.t("complaint.col.photos"), SheetColumn.Kind.INTEGER), text(page, "sample"), SheetColumn.of(page.t("complaint.col.wish"), SheetColumn.Kind.DATE),
                text(page, "triage"), text(page, "standing"), time(page, "due"),
                time(page, "answered"), time(page, "accepted"), time(page, "closed"), SheetColumn.of(page.t("complaint.col.reopened"), SheetColumn.Kind.INTEGER));
    }

    private static SheetColumn text(Page page, String column) {
        return SheetColumn.text(page.t("complaint.col." + column));
    }

    private static SheetColumn time(Page page, String column) {
        return SheetColumn.of(page.t("complaint.col." + column), SheetColumn.Kind.TIME);
    }

    void paper(Actor actor, Page page, ComplaintFilter filter, HttpServletResponse response) throws IOException {
        if (complaints.countUpTo(actor, filter, MOST_ON_PAPER + 1) > MOST_ON_PAPER) {
            throw new BrokenRule("complaint.refused.paper", MOST_ON_PAPER);
        }
        var rows = new ArrayList<ComplaintRow>();
        complaints.each(actor, filter, rows::add);
        var form = procedures.inForce().form("complaintList");
        var out = new StringOutput();
        templates.render("complaint/register_paper.jte", Map.of("paper", template(page, actor, form), "page", page, "rows", rows, "extras", rows.isEmpty() ? Map.of() : complaints.extras(rows),
                "names", people.names()), out);
        var pdf = printer.print(out.toString());
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"complaints.pdf\"");
        response.getOutputStream().write(pdf);
    }

    private PaperTemplate template(Page page, Actor actor, FormEntry form) {
        return new PaperTemplate(page.language().tag(), form.name().in(page.locale()), companies.current().name(), form.number(), form.revision(), "",
                new PaperTemplate.Labels(page.t("complaint.paper.number"), page.t("complaint.paper.revision"), page.t("complaint.col.number")),
                new PaperTemplate.Foot(page.t("complaint.paper.foot", form.number(), form.revision(), form.effective()), form.clause().isEmpty() ? "" : "§" + form.clause(), "",
                        page.t("complaint.paper.printed", actor.name(), page.now()), page.t("complaint.paper.page"), page.t("complaint.paper.of"),
                        page.t("complaint.paper.end")));
    }
}
