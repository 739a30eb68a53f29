package org.huiyin.records.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.records.AttachmentContent;
import org.huiyin.records.Attachments;
import org.huiyin.records.FormFiles;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files of records: given out, shown, taken in, struck out; the list on a record's page is the tag "files". */
@Controller
@RequestMapping("/c/{company}/files")
class FilePages {

    private final Attachments attachments;
    private final FormFiles formFiles;

    FilePages(Attachments attachments, FormFiles formFiles) {
        this.attachments = attachments;
        this.formFiles = formFiles;
    }

    /** Always as a download: no file of a stranger runs in our pages. */
    @GetMapping("/{id}")
    void download(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        send(attachments.open(actor, id), ContentDisposition.attachment(), response);
    }

    /** Pictures are shown in the page; the browser turns them as their EXIF says. */
    @GetMapping("/{id}/picture")
    void show(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var content = attachments.open(actor, id);
        if (!content.view().picture()) {
            throw new NotFound();
        }
        send(content, ContentDisposition.inline(), response);
    }

    static void send(AttachmentContent content, ContentDisposition.Builder how, HttpServletResponse response) throws IOException {
        var view = content.view();
        response.setContentType(view.mediaType());
        response.setContentLengthLong(view.size());
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, how.filename(view.name(), StandardCharsets.UTF_8).build().toString());
        content.writeTo(response.getOutputStream());
    }

    @PostMapping
    Object add(Actor actor, Page page, @RequestParam String type, @RequestParam UUID subject,
            @RequestParam(required = false) List<MultipartFile> file, @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx, RedirectAttributes redirect) {
        var about = new SubjectRef(type, subject);
        var chosen = file == null ? List.<MultipartFile>of() : file.stream().filter(one -> !one.isEmpty()).toList();
        if (chosen.isEmpty()) {
            throw new BrokenRule("records.file.none");
        }
        formFiles.keep(actor, about, chosen);
        return answer(actor, page, about, back, htmx, Notice.done("records.file.added", chosen.size()), redirect);
    }

    @PostMapping("/{id}/strike")
    Object strike(Actor actor, Page page, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String back,
            @RequestHeader(name = "HX-Request", defaultValue = "") String htmx,
            RedirectAttributes redirect) {
        var view = attachments.open(actor, id).view();
        attachments.strike(actor, id, reason);
        return answer(actor, page, view.subject(), back, htmx, Notice.done("records.file.strikeDone", view.name()), redirect);
    }

    private Object answer(Actor actor, Page page, SubjectRef about, String back, String htmx, Notice notice, RedirectAttributes redirect) {
        if (htmx.equals("true")) {
            return new ModelAndView("records/files").addObject("list", attachments.list(actor, about)).addObject("back", back);
        }
        notice.on(redirect);
        var ours = back.startsWith(page.to() + "/") && back.chars().allMatch(sign -> sign > ' ' && sign < 127 && sign != '\\');
        return "redirect:" + (ours ? back : page.to());
    }
}
