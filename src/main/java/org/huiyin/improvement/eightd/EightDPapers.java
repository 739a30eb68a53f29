package org.huiyin.improvement.eightd;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.approval.ApprovalState;
import org.huiyin.approval.ApprovalView;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The 8D on paper and in Word, in our own form, and in a customer's form. */
@Component
@Transactional(readOnly = true)
class EightDPapers {

    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDApprovals approvals;
    private final Meetings meetings;
    private final MarkedPictures pictures;
    private final People people;
    private final Companies companies;
    private final Messages messages;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    EightDPapers(EightDs eightDs, EightDSteps steps, EightDApprovals approvals, Meetings meetings, MarkedPictures pictures, People people, Companies companies,
            Messages messages, TemplateEngine templates, PdfPrinter printer) {
        this.eightDs = eightDs;
        this.steps = steps;
        this.approvals = approvals;
        this.meetings = meetings;
        this.pictures = pictures;
        this.people = people;
        this.companies = companies;
        this.messages = messages;
        this.templates = templates;
        this.printer = printer;
    }

    Words words(Language language) {
        return messages.in(language, companies.current().zone());
    }

    EightDReport report(EightDView eightD, Words words) {
        var names = people.names();
        Optional<ApprovalView> approved = approvals.of(eightD).stream().filter(a -> a.state() == ApprovalState.APPROVED && approvals.current(eightD, a)).findFirst();
        var last = approved.flatMap(a -> a.parts().stream().map(ApprovalView.Part::decision).filter(java.util.Objects::nonNull).reduce((x, y) -> y));
        LocalDate on = last.map(d -> d.at().atZone(words.zone()).toLocalDate()).orElse(null);
        return EightDReport.of(new EightDReport.Parts(eightD, eightDs.rules(eightD), steps.content(eightD), steps.measures(eightD), eightDs.sourceLines(eightD),
                meetings.of(eightD.id()), names, companies.current().name(), last.map(d -> names.getOrDefault(d.by(), "")).orElse(null), on), words);
    }

    byte[] pdf(Actor actor, EightDView eightD, Language language) {
        var words = words(language);
        var shots = pictures.of(eightD);
        var model = new HashMap<String, Object>(Map.of("words", words, "paper", paper(words, language, actor, eightD), "eightD", eightD,
                "report", report(eightD, words), "content", steps.content(eightD), "rules", eightDs.rules(eightD)));
        model.put("shots", shots.drawn().stream().map(s -> new EightDShot(s.caption(), "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(s.jpeg()))).toList());
        model.put("others", shots.others());
        model.put("ends", ends(eightD, words));
        var out = new StringOutput();
        templates.render("improvement/eightd/paper.jte", model, out);
        return printer.print(out.toString());
    }

    /** Who ended which step when, in words. */
    private Map<EightDStep, String> ends(EightDView eightD, Words words) {
        var names = people.names();
        Map<EightDStep, String> ends = new java.util.EnumMap<>(EightDStep.class);
        eightD.done().forEach((step, done) -> ends.put(step, names.getOrDefault(done.by(), "") + " " + words.moment(done.at())));
        return ends;
    }

    private PaperTemplate paper(Words words, Language language, Actor actor, EightDView eightD) {
        var form = eightDs.rules(eightD).form();
        return new PaperTemplate(language.tag(), form.name().in(words.locale()), companies.current().name(), form.number(), form.revision(), eightD.number(),
                new PaperTemplate.Labels(words.t("improvement.paper.number"), words.t("improvement.paper.revision"), words.t("improvement.col.number")),
                new PaperTemplate.Foot(words.t("improvement.paper.form", form.number(), form.revision()), form.clause().isEmpty() ? "" : "§" + form.clause(), "",
                        words.t("improvement.paper.printed", actor.name(), words.now()), words.t("improvement.paper.page"), words.t("improvement.paper.of"),
                        words.t("improvement.paper.end")));
    }

    /** Our own form as a Word file: the sample template, filled like any customer's. */
    byte[] word(EightDView eightD, Language language) {
        var words = words(language);
        return WordForm.withPictures(DocxFilling.fill(WordForm.make(words, true), report(eightD, words)), pictures.of(eightD), words);
    }

    /** The customer's own form. */
    byte[] filled(EightDView eightD, TemplateStore.Kept template, Language language) {
        var report = report(eightD, words(language));
        return template.kind() == TemplateKind.DOCX ? DocxFilling.fill(template.content(), report) : XlsxFilling.fill(template.content(), report);
    }

}
