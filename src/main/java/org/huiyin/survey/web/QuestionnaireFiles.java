package org.huiyin.survey.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Companies;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.paper.QrCode;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.survey.QuestionnaireContent;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.ScoringTable;
import org.huiyin.web.Language;
import org.huiyin.web.Messages;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** A questionnaire as its readers will have it: on the phone, on paper, and as a file to take elsewhere. */
@Controller
class QuestionnaireFiles {

    private static final int LARGEST = 500_000;

    private final Questionnaires questionnaires;
    private final ScoringTable scoring;
    private final Procedures procedures;
    private final Companies companies;
    private final Messages messages;
    private final TemplateEngine templates;
    private final PdfPrinter printer;
    private final JsonMapper json;

    QuestionnaireFiles(Questionnaires questionnaires, ScoringTable scoring, Procedures procedures, Companies companies, Messages messages,
            TemplateEngine templates, PdfPrinter printer, JsonMapper json) {
        this.questionnaires = questionnaires;
        this.scoring = scoring;
        this.procedures = procedures;
        this.companies = companies;
        this.messages = messages;
        this.templates = templates;
        this.printer = printer;
        this.json = json;
    }

    /** What is previewed: the draft, a version by number, or the one in use. */
    private QuestionnaireContent content(String code, String version) {
        if (version.equals("draft")) {
            return questionnaires.draft(code).orElseThrow(NotFound::new).content();
        }
        return version.isEmpty()
                ? questionnaires.current(code).content()
                : questionnaires.versions(code).stream().filter(v -> String.valueOf(v.number()).equals(version)).findFirst()
                        .orElseThrow(NotFound::new).content();
    }

    private static Language language(@Nullable String wanted, Page page) {
        return wanted == null ? page.language() : Language.parse(wanted).orElse(page.language());
    }

    @GetMapping("/c/{company}/questionnaires/{code}/phone")
    ModelAndView phone(Actor actor, Page page, @PathVariable String code, @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable String language) {
        actor.mustHave("profile.read");
        Language reader = language(language, page);
        return new ModelAndView("survey/phone", Map.of("content", content(code, version), "scale", scoring.inForce().scoring().scale(),
                "words", words(reader), "company", companies.current().name(), "code", code));
    }

    private Words words(Language reader) {
        return messages.in(reader, companies.current().zone());
    }

    @GetMapping("/c/{company}/questionnaires/{code}/form.pdf")
    ResponseEntity<byte[]> paper(Actor actor, Page page, @PathVariable String code, @RequestParam(defaultValue = "") String version,
            @RequestParam(required = false) @Nullable String language) {
        actor.mustHave("profile.read");
        QuestionnaireContent content = content(code, version);
        Words words = words(language(language, page));
        StringOutput html = new StringOutput();
        templates.render("survey/paper.jte", Map.of("words", words, "paper", head(content, words, actor), "content", content,
                "scale", scoring.inForce().scoring().scale(), "qr", QrCode.svg(companies.current().slug())), html);
        var name = ContentDisposition.inline().filename(code + ".pdf", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(printer.print(html.toString()));
    }

    private PaperTemplate head(QuestionnaireContent content, Words words, Actor actor) {
        ProfileVersion version = procedures.inForce();
        var form = version.form("survey");
        int years = version.section("retention").path("survey").asInt(0);
        return new PaperTemplate(words.language().tag(), content.title().getOrDefault(words.language().tag(), ""), companies.current().name(),
                form.number(), form.revision(), words.t("survey.paper.sample"),
                new PaperTemplate.Labels(words.t("survey.paper.form"), words.t("survey.paper.revision"), words.t("survey.paper.number")),
                new PaperTemplate.Foot(words.t("survey.paper.foot", form.number(), form.revision(), words.date(form.effective())),
                        words.t("survey.paper.basis", version.document(), version.revision(), version.clauseOf("survey.windows")),
                        words.t("survey.paper.kept", years), words.t("survey.paper.printed", words.moment(words.now()), actor.name()),
                        words.t("survey.paper.page"), words.t("survey.paper.of"), words.t("survey.paper.end")));
    }

    @GetMapping("/c/{company}/questionnaires/{code}/questionnaire.json")
    ResponseEntity<byte[]> export(Actor actor, @PathVariable String code, @RequestParam(defaultValue = "") String version) {
        actor.mustHave("profile.read");
        var file = Map.of("code", code, "questionnaire", content(code, version));
        var name = ContentDisposition.attachment().filename(code + ".json", StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(json.writeValueAsBytes(file));
    }

    /** A file made by the export. */
    record ExportedQuestionnaire(String code, QuestionnaireContent questionnaire) {}

    /** Brings in a questionnaire: a new one begins as a draft, a known one becomes the content of its next draft. */
    @PostMapping("/c/{company}/questionnaires/file")
    String bring(Actor actor, Page page, @RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        actor.mustHave("survey.edit");
        var brought = read(file);
        if (questionnaires.versions(brought.code()).isEmpty()) {
            questionnaires.begin(actor, brought.code(), brought.questionnaire());
        } else {
            var draft = questionnaires.open(actor, brought.code());
            questionnaires.save(actor, brought.code(), brought.questionnaire(), draft.version());
        }
        Notice.done("survey.questionnaire.brought", brought.code()).on(redirect);
        return "redirect:" + page.to("questionnaires", brought.code(), "draft");
    }

    private ExportedQuestionnaire read(MultipartFile file) throws IOException {
        if (file.isEmpty() || file.getSize() > LARGEST) {
            throw new InvalidInput("file", "survey.file.size");
        }
        try {
            var read = json.readValue(file.getBytes(), ExportedQuestionnaire.class);
            if (read.code() == null || read.questionnaire() == null) {
                throw new InvalidInput("file", "survey.file.unreadable");
            }
            return read;
        } catch (tools.jackson.core.JacksonException unreadable) {
            throw new InvalidInput("file", "survey.file.unreadable");
        }
    }
}
