package org.huiyin.complaint.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.complaint.Answers;
import org.huiyin.complaint.Casework;
import org.huiyin.complaint.Catalogue;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.complaint.Complaints;
import org.huiyin.complaint.Fact;
import org.huiyin.complaint.NewAnswer;
import org.huiyin.complaint.NewAssessment;
import org.huiyin.complaint.NewLine;
import org.huiyin.complaint.NewTriage;
import org.huiyin.complaint.Receipts;
import org.huiyin.complaint.Triage;
import org.huiyin.complaint.TriageClass;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.Channel;
import org.huiyin.web.Language;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One complaint, the page that tells its whole story, and the forms by which each step is taken. */
@Controller
class ComplaintStepPages {

    private static final String ONE = "/c/{company}/complaints/{number:[A-Z][A-Z0-9]*-\\d{4}-\\d+}";

    private final Complaints complaints;
    private final Triage triage;
    private final Answers answers;
    private final Casework casework;
    private final Receipts receipts;
    private final Catalogue catalogue;
    private final ReportPaper paper;
    private final StoryMaker stories;

    ComplaintStepPages(Complaints complaints, Triage triage, Answers answers, Casework casework, Receipts receipts, Catalogue catalogue, ReportPaper paper,
            StoryMaker stories) {
        this.complaints = complaints;
        this.triage = triage;
        this.answers = answers;
        this.casework = casework;
        this.receipts = receipts;
        this.catalogue = catalogue;
        this.paper = paper;
        this.stories = stories;
    }

    /** A step that may refuse what was typed. */
    private interface Taken {
        void by(ComplaintView complaint, Map<String, String> typed, int version);
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number, Model flashed) {
        var refused = flashed.getAttribute("refused") instanceof List<?> list ? list.stream().map(Object::toString).toList() : List.<String>of();
        return view(actor, page, complaints.byNumber(actor, number), Posted.NOTHING, refused);
    }

    private ModelAndView view(Actor actor, Page page, ComplaintView k, Posted posted, List<String> refused) {
        return new ModelAndView("complaint/show", model(actor, page, k, posted, refused));
    }

    private Map<String, Object> model(Actor actor, Page page, ComplaintView k, Posted posted, List<String> refused) {
        return new HashMap<>(Map.of("story", stories.of(actor, page, k), "posted", posted, "refused", refused));
    }

    private Object step(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        var k = complaints.byNumber(actor, number);
        return Posted.take(form, typed, () -> taken.by(k, typed, Typed.version(typed.get("version"), k.version())), () -> {
            Notice.done("complaint.done." + form, number).on(redirect);
            return "redirect:" + page.to("complaints", number) + "#" + form;
        }, "complaint/show", posted -> model(actor, page, complaints.get(k.id()), posted, List.of()));
    }

    @PostMapping(ONE + "/receipt")
    Object receipt(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "receipt", typed, redirect, (k, t, v) -> {
            if (Typed.text(t.get("act")).equals("mail")) {
                receipts.mail(actor, k.id(), Typed.text(t.get("mail")));
            } else {
                receipts.told(actor, k.id(), Typed.choice("way", Channel.class, t.get("way")), Typed.text(t.get("who")),
                        Typed.instant("at", t.get("at"), page.zone(), page.now()));
            }
        });
    }

    @PostMapping(ONE + "/assessment")
    Object assess(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "assessment", typed, redirect, (k, t, v) -> triage.confirm(actor, k.id(), new NewAssessment(
                Typed.choice("confirmed", NewAssessment.Confirmed.class, t.get("confirmed")), Typed.choice("severity", NewAssessment.Severity.class, t.get("severity")),
                Typed.text(t.get("risk")), Typed.text(t.get("words")), Typed.choice("sample", NewAssessment.Sample.class, t.get("sample"))), v));
    }

    @PostMapping(ONE + "/triage")
    Object classify(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "triage", typed, redirect,
                (k, t, v) -> triage.assess(actor, k.id(), new NewTriage(Typed.choice("triage", TriageClass.class, t.get("triage")), Typed.text(t.get("reason"))), v));
    }

    @PostMapping(ONE + "/case")
    Object work(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "case", typed, redirect, (k, t, v) -> casework.note(actor, k.id(), Typed.choice("fact", Fact.class, t.get("fact")),
                Typed.text(t.get("words")), Typed.text(t.get("standard")), Typed.text(t.get("revision")), v));
    }

    @PostMapping(ONE + "/eightd")
    Object eightD(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed) {
        var k = complaints.byNumber(actor, number);
        int version = Typed.version(typed.get("version"), k.version());
        return "redirect:" + page.path(casework.openEightD(actor, k.id(), !"light".equals(typed.get("depth")), version).path());
    }

    @PostMapping(ONE + "/answers")
    Object answer(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "answers", typed, redirect, (k, t, v) -> {
            var language = Language.parse(Typed.text(t.get("language"))).orElse(page.language());
            var answer = new NewAnswer(!Typed.text(t.get("part")).equals("interim"), Typed.text(t.get("words")), Typed.choice("way", Channel.class, t.get("way")),
                    Typed.text(t.get("recipient")), language.tag(), Typed.instant("at", t.get("at"), page.zone(), page.now()));
            answers.send(actor, k.id(), answer, () -> paper.report(actor, k, language, answer.words()), v);
        });
    }

    @PostMapping(ONE + "/reactions")
    Object react(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "reactions", typed, redirect, (k, t, v) -> {
            if (Typed.blank(t.get("accepted"))) {
                throw new InvalidInput("accepted", "web.invalid.choice");
            }
            answers.reaction(actor, k.id(), Typed.text(t.get("accepted")).equals("yes"), Typed.text(t.get("reason")), Typed.choice("way", Channel.class, t.get("way")),
                    Typed.text(t.get("who")), Typed.instant("at", t.get("at"), page.zone(), page.now()), v);
        });
    }

    @PostMapping(ONE + "/effect")
    Object effect(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "effect", typed, redirect, (k, t, v) -> casework.unassessable(actor, k.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/lines")
    Object addLine(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "lines", typed, redirect, (k, t, v) -> complaints.addLine(actor, k.id(), line(t), v));
    }

    @PostMapping(ONE + "/lines/{line}")
    Object changeLine(Actor actor, Page page, @PathVariable String number, @PathVariable UUID line, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "lines", typed, redirect, (k, t, v) -> complaints.changeLine(actor, k.id(), line, line(t), v));
    }

    private NewLine line(Map<String, String> typed) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        var line = LineForm.read(field -> Typed.text(typed.get(field))).line("", problems);
        if (Typed.blank(typed.get("keepLot"))) {
            catalogue.doubt(line).ifPresent(doubt -> problems.put("lot", doubt));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return line;
    }

    @PostMapping(ONE + "/people")
    Object hand(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "people", typed, redirect, (k, t, v) -> casework.hand(actor, k.id(), person(t.get("sales")), person(t.get("work")), v));
    }

    private static @Nullable PersonId person(@Nullable String text) {
        return text == null || !text.matches("[0-9a-f-]{36}") ? null : new PersonId(UUID.fromString(text));
    }

    @PostMapping(ONE + "/safety")
    Object safety(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "safety", typed, redirect,
                (k, t, v) -> casework.safety(actor, k.id(), Typed.text(t.get("safety")).equals("yes"), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/pauses")
    Object pause(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "pauses", typed, redirect,
                (k, t, v) -> casework.pause(actor, k.id(), Typed.instant("from", t.get("from"), page.zone(), page.now()), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/pauses/end")
    Object resume(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "resume", typed, redirect,
                (k, t, v) -> casework.resume(actor, k.id(), Typed.instant("at", t.get("at"), page.zone(), page.now()), v));
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "withdrawal", typed, redirect, (k, t, v) -> casework.withdraw(actor, k.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/reopening")
    Object reopen(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "reopening", typed, redirect, (k, t, v) -> casework.reopen(actor, k.id(), Typed.text(t.get("reason")), v));
    }

    @PostMapping(ONE + "/referrals")
    Object refer(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "referrals", typed, redirect,
                (k, t, v) -> casework.refer(actor, k.id(), Typed.text(t.get("to")), Typed.text(t.get("words")), v));
    }

    @PostMapping(ONE + "/relations")
    Object relate(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return strict(actor, page, number, "relations", typed, redirect,
                (k, t, v) -> casework.relate(actor, k.id(), Typed.text(t.get("other")), Typed.text(t.get("kind"))));
    }

    /** The panels of confirmation close when they are sent; what is wrong with them is said on a page of its own. */
    private Object strict(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        return step(actor, page, number, form, typed, redirect, (k, t, v) -> Posted.aloud(() -> taken.by(k, t, v)));
    }

    @GetMapping(ONE + "/report.pdf")
    void report(Actor actor, Page page, @PathVariable String number, jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
        var k = complaints.byNumber(actor, number);
        var report = paper.report(actor, k, page.language(), "");
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=\"" + k.number() + ".pdf\"");
        response.getOutputStream().write(report.pdf());
    }

    /** The choices of an enumeration, for selects and tiles. */
    static List<org.huiyin.web.Option> options(Page page, Enum<?>... values) {
        return Arrays.stream(values).map(v -> new org.huiyin.web.Option(v.name(), page.label(v))).toList();
    }
}
