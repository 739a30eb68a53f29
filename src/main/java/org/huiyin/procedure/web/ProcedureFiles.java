package org.huiyin.procedure.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.paper.PaperTemplate;
import org.huiyin.paper.PdfPrinter;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileContent;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.procedure.SettingCatalogue;
import org.huiyin.sheets.ListFile;
import org.huiyin.sheets.SheetColumn;
import org.huiyin.sheets.SheetPlan;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The procedure as files: paper, Excel, and a JSON document that another company can take over. */
@Controller
class ProcedureFiles {

    private static final int LARGEST = 2_000_000;

    private final Procedures procedures;
    private final ProfileDrafts drafts;
    private final SettingCatalogue catalogue;
    private final ClauseBook book;
    private final SettingWordsMaker words;
    private final Companies companies;
    private final People people;
    private final TemplateEngine templates;
    private final PdfPrinter printer;

    ProcedureFiles(Procedures procedures, ProfileDrafts drafts, SettingCatalogue catalogue, ClauseBook book, SettingWordsMaker words,
            Companies companies, People people, TemplateEngine templates, PdfPrinter printer) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.book = book;
        this.words = words;
        this.companies = companies;
        this.people = people;
        this.templates = templates;
        this.printer = printer;
    }

    @GetMapping("/c/{company}/procedure.pdf")
    ResponseEntity<byte[]> paper(Actor actor, Page page) {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        StringOutput html = new StringOutput();
        templates.render("procedure/paper.jte", Map.of("page", page, "paper", head(version, actor, page), "version", version,
                "rows", book.rows(version), "chapters", book.chapters(version), "words", words.of(page, version.content()),
                "catalogue", catalogue, "versions", procedures.versions(), "names", people.names()), html);
        return file(printer.print(html.toString()), MediaType.APPLICATION_PDF, version.document() + ".pdf", true);
    }

    private PaperTemplate head(ProfileVersion version, Actor actor, Page page) {
        var title = version.content().section("identity", Identity.class).title().in(page.locale());
        return new PaperTemplate(page.language().tag(), title, companies.current().name(), version.document(), version.revision(), "",
                new PaperTemplate.Labels(page.t("procedure.paper.document"), page.t("procedure.paper.revision"), ""),
                new PaperTemplate.Foot(page.t("procedure.paper.foot", version.document(), version.revision(), page.fullDate(version.effectiveFrom())),
                        page.t("procedure.paper.profile", String.valueOf(version.number())), "",
                        page.t("procedure.paper.printed", page.fullMoment(page.now()), actor.name()),
                        page.t("procedure.paper.page"), page.t("procedure.paper.of"), page.t("procedure.paper.end")));
    }

    /** What stands at the head of the procedure. */
    record Identity(org.huiyin.kernel.Label title) {}

    @GetMapping({"/c/{company}/procedure.xlsx", "/c/{company}/procedure.csv"})
    void clauses(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        SettingWords say = words.of(page, version.content());
        file.send(version.document(), new SheetPlan(page.t("procedure.title"), heading(version, page), List.of(
                    SheetColumn.text(page.t("procedure.column.clause")).wide(12), SheetColumn.text(page.t("procedure.column.demand")).wide(36),
                    SheetColumn.text(page.t("procedure.column.text")).wide(70), SheetColumn.text(page.t("procedure.column.settings")).wide(50),
                    SheetColumn.text(page.t("procedure.column.standards")).wide(30),
                    SheetColumn.of(page.t("procedure.column.evidence"), SheetColumn.Kind.INTEGER), SheetColumn.text(page.t("procedure.column.state")).wide(24))), sheet -> {
            for (ClauseRow row : book.rows(version)) {
                sheet.row(row.clause().number(), row.clause().title().in(page.locale()),
                        row.clause().text() == null ? "" : row.clause().text().in(page.locale()),
                        String.join("\n", catalogue.beside(row.clause(), version.content()).stream()
                                .map(setting -> say.name(setting) + ": " + say.line(setting, version.content().at(setting.path()))).toList()),
                        String.join(", ", row.clause().standards().stream().map(reference -> ClauseBook.standard(version, reference)).toList()),
                        row.count(), row.words(page));
            }
        });
    }

    @GetMapping({"/c/{company}/forms.xlsx", "/c/{company}/forms.csv"})
    void forms(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("profile.read");
        ProfileVersion version = procedures.inForce();
        file.send(new SheetPlan(page.t("procedure.forms"), heading(version, page), List.of(
                    SheetColumn.text(page.t("procedure.column.number")), SheetColumn.text(page.t("procedure.column.name")).wide(40),
                    SheetColumn.text(page.t("procedure.column.revision")), SheetColumn.of(page.t("procedure.column.effective"), SheetColumn.Kind.DATE),
                    SheetColumn.text(page.t("procedure.column.clause")))), sheet -> version.forms()
                .forEach(form -> sheet.row(form.number(), form.name().in(page.locale()), form.revision(), form.effective(), form.clause())));
    }

    private List<String> heading(ProfileVersion version, Page page) {
        return List.of(version.content().section("identity", Identity.class).title().in(page.locale()),
                page.t("procedure.paper.foot", version.document(), version.revision(), page.fullDate(version.effectiveFrom())));
    }

    /** The whole profile, to keep or to take to another company. */
    @GetMapping("/c/{company}/procedure.json")
    ResponseEntity<byte[]> export(Actor actor, @RequestParam(defaultValue = "0") int number) {
        actor.mustHave("profile.read");
        ProfileVersion version = number == 0 ? procedures.inForce() : procedures.byNumber(number);
        return file(version.content().text().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON,
                version.document() + "-v" + version.number() + ".json", false);
    }

    /** Takes a profile from a file as the next draft; what does not hold is shown there before it can be handed in. */
    @PostMapping("/c/{company}/procedure/draft/file")
    String bring(Actor actor, Page page, @RequestParam MultipartFile file, RedirectAttributes redirect) throws IOException {
        actor.mustHave("profile.edit");
        drafts.bring(actor, read(file));
        Notice.done("procedure.draft.brought", String.valueOf(file.getOriginalFilename())).on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    private static ProfileContent read(MultipartFile file) throws IOException {
        if (file.isEmpty() || file.getSize() > LARGEST) {
            throw new InvalidInput("file", "procedure.file.size");
        }
        try {
            var content = ProfileContent.parse(new String(file.getBytes(), StandardCharsets.UTF_8));
            if (!content.isComplete()) {
                throw new InvalidInput("file", "procedure.file.sections");
            }
            return content;
        } catch (tools.jackson.core.JacksonException noJson) {
            throw new InvalidInput("file", "procedure.file.unreadable");
        }
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name, boolean inline) {
        var disposition = (inline ? ContentDisposition.inline() : ContentDisposition.attachment()).filename(name, StandardCharsets.UTF_8).build();
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString()).body(bytes);
    }
}
