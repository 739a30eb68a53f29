package org.huiyin.complaint.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.complaint.ComplaintSection;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Drafts;
import org.huiyin.complaint.FeedbackKind;
import org.huiyin.complaint.NewComplaint;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.PastedText;
import org.huiyin.complaint.Repeats;
import org.huiyin.complaint.Vin;
import org.huiyin.complaint.words.Keywords;
import org.huiyin.customer.CustomerRow;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.records.Attachments;
import org.huiyin.records.FormFiles;
import org.huiyin.voice.Channel;
import org.huiyin.voice.DateStrip;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The intake in sixty seconds: one short form, what follows beside it, everything else optional (001/5.2.1.1–5.2.1.2). */
@Controller
class IntakePages {

    private static final String NEW = "/c/{company}/complaints/new";
    private static final int SUGGESTED = 12;

    private final Complaints complaints;
    private final IntakeReader reader;
    private final PasteReader paste;
    private final Catalogue catalogue;
    private final Repeats repeats;
    private final Drafts drafts;
    private final Keywords keywords;
    private final Customers customers;
    private final Attachments attachments;
    private final FormFiles formFiles;
    private final People people;
    private final Procedures procedures;
    private final Calendars calendars;

    IntakePages(Complaints complaints, IntakeReader reader, PasteReader paste, Catalogue catalogue, Repeats repeats, Drafts drafts, Keywords keywords, Customers customers,
            Attachments attachments, FormFiles formFiles, People people, Procedures procedures, Calendars calendars) {
        this.complaints = complaints;
        this.reader = reader;
        this.paste = paste;
        this.catalogue = catalogue;
        this.repeats = repeats;
        this.drafts = drafts;
        this.keywords = keywords;
        this.customers = customers;
        this.attachments = attachments;
        this.formFiles = formFiles;
        this.people = people;
        this.procedures = procedures;
        this.calendars = calendars;
    }

    @GetMapping(value = NEW, params = "!draft")
    ModelAndView form(Actor actor, Page page, @RequestParam(defaultValue = "") String customer, @RequestParam(defaultValue = "") String kind) {
        actor.mustHave("complaint.record");
        var form = IntakeForm.empty(page.typed(page.now()), actor.id().value().toString());
        if (!customer.isBlank()) {
            var known = customers.byCode(actor, customer);
            form = form.about(known.id().value().toString(), known.name());
        }
        return new ModelAndView("complaint/intake", model(actor, page, kind.isEmpty() ? form : form.sort(kind), List.of(), List.of()));
    }

    /** Goes on with a draft; what has become a complaint since is shown as such. */
    @GetMapping(value = NEW, params = "draft")
    Object resume(Actor actor, Page page, @RequestParam UUID draft) {
        var left = drafts.find(actor, draft);
        var taken = new ComplaintId(draft);
        if (left.isEmpty() && complaints.visible(actor, taken)) {
            return "redirect:" + page.to("complaints", complaints.get(taken).number());
        }
        var found = left.orElseThrow(NotFound::new);
        var model = model(actor, page, IntakeForm.read(found), List.of(), List.of());
        model.put("version", found.version());
        model.put("savedAt", page.moment(found.savedAt()));
        return new ModelAndView("complaint/intake", model);
    }

    /** What was typed as a quick note goes on here; nothing of it is typed twice, and nothing is kept before the form is sent. */
    @PostMapping(NEW + "/told")
    ModelAndView told(Actor actor, Page page, HttpServletRequest request) {
        actor.mustHave("complaint.record");
        return new ModelAndView("complaint/intake", model(actor, page, IntakeForm.read(request).fresh(actor.id().value().toString()), List.of(), List.of()));
    }

    private Map<String, Object> model(Actor actor, Page page, IntakeForm form, List<CustomerRow> hits, List<PastedText.Seen> seen) {
        var model = new HashMap<String, Object>(Map.of("form", form, "hits", hits, "seen", seen, "after", after(actor, page, form),
                "channels", Arrays.stream(Channel.values()).map(c -> new Option(c.name(), page.label(c))).toList(),
                "kinds", Arrays.stream(new FeedbackKind[] {FeedbackKind.COMPLAINT, FeedbackKind.RETURN, FeedbackKind.SUGGESTION, FeedbackKind.OPINION})
                        .map(k -> new Option(k.name(), page.label(k), icon(k))).toList(),
                "defects", catalogue.defects().stream().filter(Catalogue.Defect::active).toList(),
                "people", people.all().stream().filter(p -> p.active()).map(p -> new Option(p.id().value().toString(), p.name())).toList(),
                "limit", attachments.limit(), "drafts", drafts.count(actor)));
        model.put("segments", actor.may("customer.read") ? List.copyOf(customers.segments(actor).keySet()) : List.of());
        return model;
    }

    private static String icon(FeedbackKind kind) {
        return switch (kind) {
            case COMPLAINT -> "message-circle-exclamation";
            case RETURN -> "truck-return";
            case SUGGESTION -> "bulb";
            case OPINION -> "message-2";
        };
    }

    /** What the form would lead to; htmx asks for it while somebody types. */
    @GetMapping(NEW + "/after")
    ModelAndView after(Actor actor, Page page, HttpServletRequest request) {
        actor.mustHave("complaint.record");
        return new ModelAndView("complaint/after", Map.of("after", after(actor, page, IntakeForm.read(request))));
    }

    private After after(Actor actor, Page page, IntakeForm form) {
        var k = reader.soFar(actor, page, form);
        var section = procedures.inForce().section("complaint", ComplaintSection.class);
        var due = complaints.dueFor(k);
        var rule = procedures.inForce().clauseOf(k.kind() == FeedbackKind.RETURN ? "clock.rules.RETURN" : k.kind() == FeedbackKind.COMPLAINT ? "clock.rules.COMPLAINT" : "clock.rules.OTHER");
        var lines = k.lines();
        var alike = actor.may("complaint.read") ? alike(actor, form, k) : List.<org.huiyin.complaint.Alike>of();
        return new After(due, DateStrip.why(calendars.inForce(), k.receivedAt(), due.due(), due.reasons(), rule), k.receivedAt(),
                k.wish() == null ? null : complaints.dueFor(withoutWish(k)).due(), section.gated().contains(k.kind()) ? complaints.assessmentFor(k.receivedAt()) : null,
                alike, lines.stream().flatMap(line -> catalogue.doubt(line).stream()).toList(), form.safety() ? List.of() : section.hints(form.text()),
                lines.stream().map(NewLine::vin).filter(vin -> vin.length() == 17 && !Vin.proved(vin)).toList());
    }

    /** What is surely the same first, then what the words of the text recall. */
    private List<org.huiyin.complaint.Alike> alike(Actor actor, IntakeForm form, NewComplaint k) {
        var sure = repeats.like(k.customer(), form.customerNumber(), k.lines(), k.receivedAt(), null);
        var recalled = keywords.like(actor, k.customer(), k.lines().stream().map(NewLine::part).toList(), form.text(), k.receivedAt());
        return Stream.concat(sure.stream(), recalled.stream().filter(a -> sure.stream().noneMatch(s -> s.id().equals(a.id()))).limit(3)).toList();
    }

    private static NewComplaint withoutWish(NewComplaint k) {
        return new NewComplaint(k.customer(), k.complainant(), k.kind(), k.phase(), k.segment(), k.channel(), k.receivedAt(), k.receivedBy(), k.text(),
                k.customerNumber(), null, k.safety(), k.lines(), null);
    }

    @GetMapping(NEW + "/customers")
    ModelAndView hits(Actor actor, @RequestParam(defaultValue = "") String who) {
        actor.mustHave("complaint.record");
        return new ModelAndView("complaint/hits", Map.of("hits", reader.hits(actor, who), "chosen", ""));
    }

    /** Parts for the list that hangs below the fields. */
    @GetMapping(NEW + "/parts")
    ModelAndView parts(Actor actor, HttpServletRequest request) {
        actor.mustHave("complaint.record");
        var typed = request.getParameterMap().entrySet().stream().filter(e -> e.getKey().endsWith("part")).map(e -> e.getValue()[0]).findFirst().orElse("");
        return new ModelAndView("complaint/parts", Map.of("parts", catalogue.parts(typed, SUGGESTED)));
    }

    @GetMapping(NEW + "/paste")
    ModelAndView pasteForm(Actor actor) {
        actor.mustHave("complaint.record");
        return new ModelAndView("complaint/paste", Map.of());
    }

    /** Proposes from a mail or a chat; nothing is taken in before somebody has looked (features-and-traps.md, feature 3). */
    @PostMapping(NEW + "/paste")
    ModelAndView pasted(Actor actor, Page page, @RequestParam(defaultValue = "") String text) {
        actor.mustHave("complaint.record");
        if (text.isBlank()) {
            return Errors.of(new InvalidInput("text", "complaint.invalid.paste")).redraw("complaint/paste", Map.of());
        }
        var read = paste.read(actor, page, text, IntakeForm.empty(page.typed(page.now()), actor.id().value().toString()));
        return new ModelAndView("complaint/intake", model(actor, page, read.form(), read.hits(), read.seen()));
    }

    @PostMapping("/c/{company}/complaints")
    Object take(Actor actor, Page page, HttpServletRequest request, @RequestParam(required = false) List<MultipartFile> files, RedirectAttributes redirect) {
        actor.mustHave("complaint.record");
        var form = IntakeForm.read(request);
        if ("line".equals(request.getParameter("act"))) {
            return again(new ModelAndView("complaint/intake", model(actor, page, form.oneMore(), List.of(), List.of())), IntakeForm.version(request));
        }
        if ("draft".equals(request.getParameter("act"))) {
            return keep(actor, page, form, request, redirect);
        }
        try {
            boolean before = complaints.exists(new ComplaintId(form.wanted()));
            var id = complaints.take(actor, form.wanted(), reader.whole(actor, page, form));
            if (!before) {
                formFiles.keepOrTell(actor, page, id.subject(), files, redirect);
            }
            var taken = complaints.get(id);
            Notice.done("complaint.taken", taken.number()).on(redirect);
            return "redirect:" + (actor.may("complaint.read") ? page.to("complaints", taken.number()) : page.to());
        } catch (InvalidInput refused) {
            var hits = refused.problems().containsKey("who") ? reader.hits(actor, form.who()) : List.<CustomerRow>of();
            return again(Errors.of(refused).redraw("complaint/intake", model(actor, page, form, hits, List.of())), IntakeForm.version(request));
        }
    }

    private static ModelAndView again(ModelAndView form, int version) {
        return form.addObject("version", version);
    }

    /** The button for who has no script: the draft is kept, nothing is taken in. */
    private Object keep(Actor actor, Page page, IntakeForm form, HttpServletRequest request, RedirectAttributes redirect) {
        return switch (drafts.save(actor, form.wanted(), IntakeForm.typed(request), IntakeForm.writer(request), IntakeForm.version(request))) {
            case Drafts.Saved.Kept _ -> {
                Notice.done("complaint.drafts.kept").on(redirect);
                yield "redirect:" + page.to("complaints", "drafts");
            }
            case Drafts.Saved.Overtaken other -> again(Errors.of(new InvalidInput(InvalidInput.FORM, "complaint.drafts.overtaken", other.at()))
                    .redraw("complaint/intake", model(actor, page, form, List.of(), List.of())), other.version());
            case Drafts.Saved.Taken taken -> "redirect:" + (actor.may("complaint.read") ? page.to("complaints", complaints.get(taken.complaint()).number()) : page.to());
        };
    }
}
