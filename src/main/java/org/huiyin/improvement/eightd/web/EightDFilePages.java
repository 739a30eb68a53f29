package org.huiyin.improvement.eightd.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.Customers;
import org.huiyin.improvement.eightd.EightDReport;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.TemplateKind;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organization.People;
import org.huiyin.web.Errors;
import org.huiyin.web.Language;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The report as PDF, as Word and in the customer's form; and the customers' forms with the list of placeholders. */
@Controller
class EightDFilePages {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final EightDs eightDs;
    private final EightDTemplates templates;
    private final Customers customers;
    private final People people;

    EightDFilePages(EightDs eightDs, EightDTemplates templates, Customers customers, People people) {
        this.eightDs = eightDs;
        this.templates = templates;
        this.customers = customers;
        this.people = people;
    }

    @GetMapping("/c/{company}/eightds/{number}/report.pdf")
    void pdf(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String language, HttpServletResponse response) throws IOException {
        var eightD = eightDs.byNumber(actor, number);
        send(response, "inline", number + ".pdf", "application/pdf", eightDs.pdf(actor, eightD.id(), language(page, language)));
    }

    @GetMapping("/c/{company}/eightds/{number}/report.docx")
    void word(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String language, HttpServletResponse response) throws IOException {
        var eightD = eightDs.byNumber(actor, number);
        send(response, "attachment", number + ".docx", DOCX, eightDs.word(actor, eightD.id(), language(page, language)));
    }

    @GetMapping("/c/{company}/eightds/{number}/filled/{template}")
    void filled(Actor actor, Page page, @PathVariable String number, @PathVariable UUID template, @RequestParam(defaultValue = "") String language,
            HttpServletResponse response) throws IOException {
        send(response, templates.fill(actor, eightDs.byNumber(actor, number), template, language(page, language)));
    }

    private static Language language(Page page, String wanted) {
        return Language.parse(wanted).orElse(page.language());
    }

    private static void send(HttpServletResponse response, EightDTemplates.Document document) throws IOException {
        send(response, "attachment", document.name(), document.mediaType(), document.content());
    }

    private static void send(HttpServletResponse response, String how, String name, String type, byte[] content) throws IOException {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.builder(how).filename(name, StandardCharsets.UTF_8).build().toString());
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    @GetMapping("/c/{company}/eightds/templates")
    ModelAndView list(Actor actor) {
        return new ModelAndView("improvement/eightd/templates", model(actor, Map.of()));
    }

    private Map<String, Object> model(Actor actor, Map<String, String> typed) {
        return new HashMap<>(Map.of("templates", templates.list(actor), "names", people.names(), "values", EightDReport.VALUES, "lists", EightDReport.LISTS, "typed", typed));
    }

    @PostMapping("/c/{company}/eightds/templates")
    Object upload(Actor actor, Page page, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        try {
            if (file == null || file.isEmpty()) {
                throw new InvalidInput("file", "improvement.eightd.template.choose");
            }
            var code = Typed.text(typed.get("customer"));
            var customer = code.isEmpty() ? null
                    : customers.byCode(code).orElseThrow(() -> new InvalidInput("customer", "improvement.invalid.customer")).id();
            var kept = templates.upload(actor, customer, Objects.requireNonNullElse(file.getOriginalFilename(), "template"), bytes(file));
            Notice.done("improvement.eightd.done.template", kept.name()).on(redirect);
            return "redirect:" + page.to("eightds", "templates");
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("improvement/eightd/templates", model(actor, typed));
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @PostMapping("/c/{company}/eightds/templates/{id}/retirement")
    String retire(Actor actor, Page page, @PathVariable UUID id, @RequestParam String reason, RedirectAttributes redirect) {
        templates.retire(actor, id, reason);
        Notice.done("improvement.eightd.done.retired").on(redirect);
        return "redirect:" + page.to("eightds", "templates");
    }

    @GetMapping("/c/{company}/eightds/templates/{id}/original")
    void original(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(response, templates.original(actor, id));
    }

    @GetMapping("/c/{company}/eightds/templates/sample.docx")
    void sampleWord(Actor actor, Page page, HttpServletResponse response) throws IOException {
        actor.mustHave("action.read");
        send(response, templates.sample(TemplateKind.DOCX, page.language()));
    }

    @GetMapping("/c/{company}/eightds/templates/sample.xlsx")
    void sampleSheet(Actor actor, Page page, HttpServletResponse response) throws IOException {
        actor.mustHave("action.read");
        send(response, templates.sample(TemplateKind.XLSX, page.language()));
    }
}
