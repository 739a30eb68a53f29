package org.huiyin.improvement.web;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.records.AttachmentView;
import org.huiyin.records.Attachments;
import org.huiyin.records.FormFiles;
import org.huiyin.voice.Channel;
import org.huiyin.voice.DateStrip;
import org.huiyin.web.Posted;
import org.huiyin.web.Typed;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One action and the forms by which each step is taken. */
@Controller
class ActionStepPages {

    private static final String ONE = "/c/{company}/actions/{number}";

    private final Actions actions;
    private final ActionWork work;
    private final Attachments attachments;
    private final FormFiles formFiles;
    private final People people;
    private final Calendars calendars;
    private final ActionChoices choices;

    ActionStepPages(Actions actions, ActionWork work, Attachments attachments, FormFiles formFiles, People people, Calendars calendars, ActionChoices choices) {
        this.actions = actions;
        this.work = work;
        this.attachments = attachments;
        this.formFiles = formFiles;
        this.people = people;
        this.calendars = calendars;
        this.choices = choices;
    }

    /** A step that may refuse what was typed. */
    private interface Taken {
        void by(ActionView action, Map<String, String> typed);
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number) {
        return new ModelAndView("improvement/show", model(actor, page, actions.byNumber(actor, number), Posted.NOTHING));
    }

    private Map<String, Object> model(Actor actor, Page page, ActionView action, Posted posted) {
        var measures = actions.measures(action.id());
        Map<UUID, List<AttachmentView>> files = new LinkedHashMap<>();
        measures.forEach(m -> files.put(m.id(), attachments.of(m.subject())));
        files.put(action.id().value(), attachments.of(action.id().subject()));
        var calendar = calendars.inForce();
        var model = new HashMap<String, Object>(Map.of("action", action, "posted", posted, "measures", measures, "files", files,
                "causes", actions.causes(action.id()), "steps", actions.steps(action.id()), "escalations", actions.escalations(action.id()),
                "names", people.names(), "people", choices.people(), "departments", choices.departments()));
        model.put("sources", actions.sources(actor, action));
        model.put("channels", ActionChoices.channels(page));
        model.put("rules", actions.rules(action));
        model.put("verifiable", work.mayVerify(actor, action));
        model.put("missing", action.state() == ActionState.VERIFYING ? work.missing(action) : java.util.Set.of());
        model.put("due", calendar.closeOf(action.due()));
        model.put("why", DateStrip.running(calendar, action.proposedAt(), page.now(), calendar.closeOf(action.due()), action.dueReasons(), action.clause()));
        model.put("calendar", calendar);
        model.put("mine", actor.may("action.edit") || actor.id().equals(action.owner()) || isHead(actor, action));
        return model;
    }

    private boolean isHead(Actor actor, ActionView action) {
        return actor.may("action.work") && work.headsOf(action).contains(actor.id());
    }

    private Object step(Actor actor, Page page, String number, String form, Map<String, String> typed, RedirectAttributes redirect, Taken taken) {
        var action = actions.byNumber(actor, number);
        return Posted.take(form, typed, () -> taken.by(action, typed), () -> {
            Notice.done("improvement.step." + form, action.number()).on(redirect);
            return "redirect:" + page.to("actions", number) + "#" + form;
        }, "improvement/show", posted -> model(actor, page, action, posted));
    }

    @PostMapping(ONE + "/acceptance")
    Object accept(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "acceptance", typed, redirect, (a, t) -> work.accept(actor, a.id(), ActionChoices.mustPerson("owner", t.get("owner"))));
    }

    @PostMapping(ONE + "/return")
    Object sendBack(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "return", typed, redirect, (a, t) -> work.sendBack(actor, a.id(), Typed.text(t.get("reason"))));
    }

    @PostMapping(ONE + "/assignment")
    Object assign(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "assignment", typed, redirect,
                (a, t) -> work.assign(actor, a.id(), Typed.maybeId(t.get("department")), ActionChoices.person(t.get("owner"))));
    }

    @PostMapping(ONE + "/progress")
    Object progress(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "steps", typed, redirect, (a, t) -> work.progress(actor, a.id(), Typed.text(t.get("words"))));
    }

    @PostMapping(ONE + "/causes")
    Object cause(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "causes", typed, redirect, (a, t) -> work.addCause(actor, a.id(), Typed.maybeId(t.get("parent")), Typed.text(t.get("words"))));
    }

    @PostMapping(ONE + "/causes/{cause}/strike")
    Object strike(Actor actor, Page page, @PathVariable String number, @PathVariable UUID cause, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "causes", typed, redirect, (a, t) -> work.strikeCause(actor, a.id(), cause, Typed.text(t.get("reason"))));
    }

    @PostMapping(ONE + "/analysis")
    Object analysed(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "analysis", typed, redirect, (a, t) -> work.analysed(actor, a.id(), Typed.text(t.get("summary"))));
    }

    @PostMapping(ONE + "/measures")
    Object measure(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "measures", typed, redirect, (a, t) -> {
            var due = Typed.day("due", t.get("due"));
            if (due == null) {
                throw new InvalidInput("due", "improvement.invalid.due");
            }
            work.addMeasure(actor, a.id(), Typed.choice("kind", MeasureKind.class, t.get("kind")), Typed.text(t.get("words")),
                    ActionChoices.mustPerson("owner", t.get("owner")), due);
        });
    }

    @PostMapping(ONE + "/measures/{measure}/done")
    Object done(Actor actor, Page page, @PathVariable String number, @PathVariable UUID measure, @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files, RedirectAttributes redirect) {
        return step(actor, page, number, "done", typed, redirect, (a, t) -> {
            work.measureDone(actor, a.id(), measure, Typed.text(t.get("words")));
            formFiles.keep(actor, new SubjectRef("measure", measure), files);
        });
    }

    @PostMapping(ONE + "/measures/{measure}/drop")
    Object drop(Actor actor, Page page, @PathVariable String number, @PathVariable UUID measure, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "drop", typed, redirect, (a, t) -> work.measureDropped(actor, a.id(), measure, Typed.text(t.get("reason"))));
    }

    @PostMapping(ONE + "/files")
    Object file(Actor actor, Page page, @PathVariable String number, @RequestParam(required = false) @Nullable List<MultipartFile> files, RedirectAttributes redirect) {
        return step(actor, page, number, "files", Map.of(), redirect, (a, t) -> formFiles.keep(actor, a.id().subject(), files));
    }

    @PostMapping(ONE + "/verification")
    Object verify(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "verification", typed, redirect, (a, t) -> work.verify(actor, a.id(), Typed.text(t.get("origin")),
                Typed.choice("verdict", Verdict.class, t.get("verdict")), Typed.text(t.get("criterion")), Typed.text(t.get("finding")), Typed.text(t.get("reason")),
                Typed.day("again", t.get("again"))));
    }

    @PostMapping(ONE + "/told")
    Object told(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "told", typed, redirect, (a, t) -> work.told(actor, a.id(), Typed.choice("channel", Channel.class, t.get("channel")).name(),
                Typed.text(t.get("contact")), Typed.text(t.get("words")), Typed.choice("reaction", Reaction.class, t.get("reaction")),
                Typed.instant("at", t.get("at"), page.zone(), page.now())));
    }

    @PostMapping(ONE + "/closing")
    Object close(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "closing", typed, redirect, (a, t) -> work.close(actor, a.id(), Typed.text(t.get("words"))));
    }

    @PostMapping(ONE + "/reopening")
    Object reopen(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "reopening", typed, redirect, (a, t) -> work.reopen(actor, a.id(), Typed.text(t.get("reason"))));
    }

    @PostMapping(ONE + "/due")
    Object due(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "due", typed, redirect, (a, t) -> {
            var day = Typed.day("due", t.get("due"));
            if (day == null) {
                throw new InvalidInput("due", "improvement.invalid.due");
            }
            work.moveDue(actor, a.id(), day, Typed.text(t.get("reason")));
        });
    }

    @PostMapping(ONE + "/withdrawal")
    Object withdraw(Actor actor, Page page, @PathVariable String number, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        return step(actor, page, number, "withdrawal", typed, redirect, (a, t) -> work.withdraw(actor, a.id(), Typed.text(t.get("reason"))));
    }
}
