package org.huiyin.claims.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.huiyin.claims.ClaimView;
import org.huiyin.claims.NoticeView;
import org.huiyin.claims.Notices;
import org.huiyin.claims.Objections;
import org.huiyin.claims.Settlements;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.FormEntry;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.AttachmentView;
import org.huiyin.records.Attachments;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Words;
import org.springframework.stereotype.Component;

/** The letter of a claim with its list of evidence, and a notice, on paper in the language of their readers. */
@Component
class ClaimLetter {

    private final Settlements settlements;
    private final Notices notices;
    private final Objections objections;
    private final Attachments attachments;
    private final People people;
    private final Companies companies;
    private final Procedures procedures;
    private final Messages messages;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ClaimLetter(Settlements settlements, Notices notices, Objections objections, Attachments attachments, People people, Companies companies,
            Procedures procedures, Messages messages, TemplateEngine templates, PdfPrinter printer) {
        this.settlements = settlements;
        this.notices = notices;
        this.objections = objections;
        this.attachments = attachments;
        this.people = people;
        this.companies = companies;
        this.procedures = procedures;
        this.messages = messages;
        this.templates = templates;
        this.printer = printer;
    }

    byte[] print(Actor actor, ClaimView claim, Language language) {
        var words = messages.in(language, companies.current().zone());
        var model = new HashMap<String, Object>();
        model.put("paper", paper(words, actor, "claim", words.t(claim.byUs() ? "claims.letter" : "claims.sheet"), claim.number(), new Made(claim.profileVersion(), claim.clause())));
        model.put("page", words);
        model.put("c", claim);
        model.put("replies", settlements.replies(claim.id()));
        model.put("files", standing(attachments.of(claim.id().subject())));
        model.put("writer", people.names().getOrDefault(claim.createdBy(), ""));
        model.put("company", companies.current().name());
        return printed("claims/letter_paper.jte", model);
    }

    byte[] print(Actor actor, NoticeView notice, Language language) {
        var words = messages.in(language, companies.current().zone());
        var model = new HashMap<String, Object>();
        model.put("paper", paper(words, actor, "notice", words.label(notice.kind()), notice.number(), new Made(notice.profileVersion(), notice.clause())));
        model.put("page", words);
        model.put("n", notice);
        model.put("decision", notices.decision(notice).orElse(null));
        model.put("objections", objections.of(notice.id()));
        model.put("names", people.names());
        return printed("claims/notice_paper.jte", model);
    }

    private static List<AttachmentView> standing(List<AttachmentView> files) {
        return files.stream().filter(f -> f.struck() == null).toList();
    }

    private byte[] printed(String template, HashMap<String, Object> model) {
        var out = new StringOutput();
        templates.render(template, model, out);
        return printer.print(out.toString());
    }

    /** Under which version of the procedure and which clause of it a record was made. */
    private record Made(UUID profile, String clause) {}

    /** With the number of the company's form as the procedure of the record registers it, else that of the procedure itself. */
    private PaperTemplate paper(Words words, Actor actor, String code, String title, String number, Made made) {
        var profile = procedures.byId(made.profile());
        var form = profile.forms().stream().filter(f -> f.code().equals(code)).findFirst();
        var formNumber = form.map(FormEntry::number).orElse(profile.document());
        var revision = form.map(FormEntry::revision).orElse(profile.revision());
        var foot = words.t("claims.paper.foot", formNumber, revision, form.map(FormEntry::effective).orElse(profile.effectiveFrom()));
        return new PaperTemplate(words.language().tag(), title, companies.current().name(), formNumber, revision, number,
                new PaperTemplate.Labels(words.t(form.isPresent() ? "claims.paper.form" : "claims.paper.procedure"), words.t("claims.paper.revision"), words.t("claims.col.number")),
                new PaperTemplate.Foot(foot, made.clause().isEmpty() ? "" : "§" + made.clause(), "", words.t("claims.paper.printed", actor.name(), words.now()),
                        words.t("claims.paper.page"), words.t("claims.paper.of"), words.t("claims.paper.end")));
    }
}
