package org.huiyin.complaint.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Facts;
import org.huiyin.complaint.MarkView;
import org.huiyin.complaint.Marks;
import org.huiyin.complaint.OwnReport;
import org.huiyin.complaint.Report;
import org.huiyin.complaint.Triage;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;

/** The complaint report on paper (MJ-QP-12-03), in the language of its reader, with the marked pictures. */
@Component
public class ReportPaper implements OwnReport {

    private static final int MOST_PICTURES = 6;

    private final Facts facts;
    private final Triage triage;
    private final Answers answers;
    private final Marks marks;
    private final Attachments attachments;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final Messages messages;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ReportPaper(Facts facts, Triage triage, Answers answers, Marks marks, Attachments attachments, People people, Companies companies,
            Procedures procedures, Messages messages, TemplateEngine templates, PdfPrinter printer) {
        this.facts = facts;
        this.triage = triage;
        this.answers = answers;
        this.marks = marks;
        this.attachments = attachments;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.messages = messages;
        this.templates = templates;
        this.printer = printer;
    }

    /** A picture of the report with the notes of its marks. */
    public record Shot(String name, String address, List<MarkView.Shape> shapes) {}

    /** The report as it stands now; words that are about to be sent stand in it already. */
    @Override
    public Report report(Actor actor, ComplaintView k, Language language, String sending) {
        var words = messages.in(language, companies.current().zone());
        var form = procedures.byId(k.profileVersion()).form("complaintReport");
        var model = new HashMap<String, Object>();
        model.put("paper", template(words, actor, form, k));
        model.put("page", words);
        model.put("k", k);
        model.put("facts", facts.of(k.id()));
        model.put("closures", facts.closures(k.id()));
        model.put("assessments", triage.assessments(k.id()));
        model.put("triages", triage.triages(k.id()));
        model.put("answers", answers.of(k.id()));
        model.put("sending", sending);
        model.put("shots", shots(k));
        model.put("names", people.names());
        var out = new StringOutput();
        templates.render("complaint/report_paper.jte", model, out);
        return new Report(k.number() + ".pdf", printer.print(out.toString()));
    }

    private List<Shot> shots(ComplaintView k) {
        var shots = new ArrayList<Shot>();
        for (var file : attachments.of(k.id().subject())) {
            if (file.picture() && file.struck() == null && shots.size() < MOST_PICTURES) {
                var shapes = marks.of(file.id()).map(MarkView::shapes).orElse(List.of());
                Picture.printed(content(file.id()), shapes).ifPresent(address -> shots.add(new Shot(file.name(), address, shapes)));
            }
        }
        return shots;
    }

    private byte[] content(java.util.UUID file) {
        var out = new ByteArrayOutputStream();
        try {
            attachments.open(file).writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private PaperTemplate template(Words words, Actor actor, FormEntry form, ComplaintView k) {
        return new PaperTemplate(words.language().tag(), form.name().in(words.locale()), companies.current().name(), form.number(), form.revision(), k.number(),
                new PaperTemplate.Labels(words.t("complaint.paper.number"), words.t("complaint.paper.revision"), words.t("complaint.col.number")),
                new PaperTemplate.Foot(words.t("complaint.paper.foot", form.number(), form.revision(), form.effective()), form.clause().isEmpty() ? "" : "§" + form.clause(), "",
                        words.t("complaint.paper.printed", actor.name(), words.now()), words.t("complaint.paper.page"), words.t("complaint.paper.of"),
                        words.t("complaint.paper.end")));
    }
}
