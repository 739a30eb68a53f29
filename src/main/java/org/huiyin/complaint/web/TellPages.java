package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.CustomerDesk;
import org.huiyin.complaint.Reception;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.records.Attachments;
import org.huiyin.web.Errors;
import org.huiyin.web.Language;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages behind a customer's link: no session, no sign-in, no script needed (ISO10002:2018/8.2–8.9). */
@Controller
class TellPages {

    private final CustomerDesk desk;
    private final Attachments attachments;

    TellPages(CustomerDesk desk, Attachments attachments) {
        this.desk = desk;
        this.attachments = attachments;
    }

    @ModelAttribute
    void fresh(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping("/k/{token}")
    ModelAndView open(@PathVariable String token, HttpServletRequest request) {
        return switch (desk.open(token)) {
            case Reception.Unknown _ -> new ModelAndView("complaint/tell_unknown", Map.of(), HttpStatus.NOT_FOUND);
            case Reception.Closed closed -> {
                tongue(request, closed.language(), closed.zone());
                yield new ModelAndView("complaint/tell_closed", Map.of("company", closed.company()), HttpStatus.GONE);
            }
            case Reception.Tell tell -> form(token, tell, TellForm.empty(tell.name(), tell.phone(), tell.mail()), Errors.NONE, request);
            case Reception.Case its -> {
                tongue(request, its.language(), its.zone());
                yield standing(token, its, Errors.NONE);
            }
        };
    }

    private ModelAndView form(String token, Reception.Tell tell, TellForm form, Errors errors, HttpServletRequest request) {
        tongue(request, tell.language(), tell.zone());
        var page = new ModelAndView("complaint/tell", new HashMap<>(Map.of("tell", tell, "form", form, "action", "/k/" + token, "limit", attachments.limit(), "errors", errors)));
        if (errors.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    private static ModelAndView standing(String token, Reception.Case its, Errors errors) {
        var page = new ModelAndView("complaint/tell_case", new HashMap<>(Map.of("its", its, "action", "/k/" + token, "errors", errors)));
        if (errors.any()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    @PostMapping("/k/{token}")
    Object tell(@PathVariable String token, HttpServletRequest request, @RequestParam(required = false) List<MultipartFile> files) {
        var reception = desk.open(token);
        if (!(reception instanceof Reception.Tell tell)) {
            return open(token, request);
        }
        var form = TellForm.read(request);
        try {
            var sent = (files == null ? List.<MultipartFile>of() : files).stream().filter(f -> !f.isEmpty()).map(Upload::new).toList();
            return "redirect:" + desk.tell(token, form.told(), sent);
        } catch (InvalidInput refused) {
            return form(token, tell, form, Errors.of(refused), request);
        } catch (BrokenRule refused) {
            return form(token, tell, form, new Errors(Map.of(InvalidInput.FORM, refused.sentence())), request);
        }
    }

    private record Upload(MultipartFile file) implements CustomerDesk.Sent {

        @Override
        public String name() {
            return Objects.requireNonNullElse(file.getOriginalFilename(), "file");
        }

        @Override
        public InputStream content() throws IOException {
            return file.getInputStream();
        }
    }

    /** Accepts the report or says why not; what is closed already is said kindly by the page itself. */
    @PostMapping("/k/{token}/reaction")
    Object react(@PathVariable String token, HttpServletRequest request, @RequestParam(defaultValue = "") String accepted,
            @RequestParam(defaultValue = "") String reason, @RequestParam(defaultValue = "") String who) {
        if (!(desk.open(token) instanceof Reception.Case its) || its.waiting() == null) {
            return open(token, request);
        }
        try {
            if (accepted.isEmpty()) {
                throw new InvalidInput("accepted", "web.invalid.choice");
            }
            desk.react(token, accepted.equals("yes"), reason, who);
            return "redirect:/k/" + token;
        } catch (InvalidInput refused) {
            tongue(request, its.language(), its.zone());
            return standing(token, its, Errors.of(refused)).addObject("reason", reason).addObject("who", who).addObject("accepted", accepted);
        }
    }

    @GetMapping("/k/{token}/report/{answer}")
    void report(@PathVariable String token, @PathVariable UUID answer, HttpServletResponse response) throws IOException {
        var content = desk.report(token, answer);
        response.setContentType("application/pdf");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline().filename(content.view().name(), StandardCharsets.UTF_8).build().toString());
        var out = response.getOutputStream();
        var written = desk.in(token, () -> {
            try {
                content.writeTo(out);
                return Boolean.TRUE;
            } catch (IOException cut) {
                throw new java.io.UncheckedIOException(cut);
            }
        });
        if (written.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
        }
    }

    /** The language chosen on the page, else the contact's; the hours are those of the company that promises them. */
    private static void tongue(HttpServletRequest request, String ofContact, ZoneId zone) {
        request.setAttribute(Page.ZONE, zone);
        var chosen = Optional.ofNullable(request.getParameter("lang")).flatMap(Language::parse);
        request.setAttribute(Language.INVITED, chosen.orElseGet(() -> Language.of(Locale.forLanguageTag(ofContact))));
    }
}
