package org.huiyin.improvement.eightd.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.Saved;
import org.huiyin.improvement.eightd.StepText;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One 8D and the forms of its steps; what is typed is saved while one types, and by a button without a script. */
@Controller
class EightDStepPages {

    private static final String ONE = "/c/{company}/eightds/{number}";

    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDModel model;
    private final Actions actions;
    private final ActionWork work;

    EightDStepPages(EightDs eightDs, EightDSteps steps, EightDModel model, Actions actions, ActionWork work) {
        this.eightDs = eightDs;
        this.steps = steps;
        this.model = model;
        this.actions = actions;
        this.work = work;
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, Page page, @PathVariable String number, @RequestParam(defaultValue = "") String step) {
        var eightD = eightDs.byNumber(actor, number);
        return new ModelAndView("improvement/eightd/show", model.whole(actor, page, eightD, model.form(page, eightD, EightDModel.opened(eightD, step))));
    }

    @PostMapping(ONE + "/steps/{step}")
    Object save(Actor actor, Page page, @PathVariable String number, @PathVariable String step, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var eightD = eightDs.byNumber(actor, number);
        var at = step(step);
        var fields = StepRows.fields(typed);
        StepRows.add(fields, Typed.text(typed.get("add")));
        StepRows.remove(fields, Typed.text(typed.get("remove")));
        int version = Typed.version(typed.get("version"), 0);
        String act = Typed.text(typed.get("act"));
        try {
            steps.save(actor, eightD.id(), at, fields, version, act.equals("mine"));
            if (act.equals("end")) {
                steps.end(actor, eightD.id(), at, current(eightD, at));
                Notice.done("improvement.eightd.done.step", number, page.t(at.key())).on(redirect);
                return "redirect:" + page.to("eightds", number);
            }
            return "redirect:" + page.to("eightds", number) + "?step=" + at + "#" + (typed.containsKey("add") || typed.containsKey("remove") ? "rows" : "step");
        } catch (StaleRecord stale) {
            var again = new ModelAndView("improvement/eightd/show", model.whole(actor, page, eightD, model.form(page, eightD, at, fields, version, Errors.NONE, stale)));
            again.setStatus(HttpStatus.CONFLICT);
            return again;
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            return errors.redraw("improvement/eightd/show", model.whole(actor, page, eightD, model.form(page, eightD, at, fields, saved(eightD, at, version), errors, null)));
        }
    }

    /** Saves while one types; answers with the time, the hints and what somebody else changed. */
    @PostMapping(ONE + "/steps/{step}/draft")
    ModelAndView draft(Actor actor, Page page, @PathVariable String number, @PathVariable String step, @RequestParam Map<String, String> typed) {
        var eightD = eightDs.byNumber(actor, number);
        var at = step(step);
        var fields = StepRows.fields(typed);
        var answer = new HashMap<String, Object>(Map.of("eightD", eightD, "others", List.of()));
        try {
            Saved saved = steps.save(actor, eightD.id(), at, fields, Typed.version(typed.get("version"), 0));
            answer.put("form", new StepForm(at, fields, saved.version(), page.t("improvement.eightd.savedAt", saved.at()), Errors.NONE, steps.hints(eightD, at, fields), null));
            answer.put("others", saved.others());
        } catch (StaleRecord stale) {
            answer.put("form", model.form(page, eightD, at, fields, Typed.version(typed.get("version"), 0), Errors.NONE, stale));
        } catch (InvalidInput refused) {
            answer.put("form", model.form(page, eightD, at, fields, Typed.version(typed.get("version"), 0), Errors.of(refused), null));
        }
        answer.put("names", model.whole(actor, page, eightD, model.form(page, eightD, at)).get("names"));
        return new ModelAndView("improvement/eightd/saved", answer);
    }

    private int current(EightDView eightD, EightDStep step) {
        StepText text = steps.texts(eightD.id()).get(step);
        return text == null ? 0 : text.version();
    }

    /** After a refused end the text is saved and the form goes on from there; after a refused save it does not. */
    private int saved(EightDView eightD, EightDStep step, int version) {
        return Math.max(version, current(eightD, step));
    }

    private static EightDStep step(String name) {
        for (EightDStep one : EightDStep.values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new NotFound();
    }

    /** Makes room for files of a step that nobody has written in yet. */
    @PostMapping(ONE + "/steps/{step}/files")
    String files(Actor actor, Page page, @PathVariable String number, @PathVariable String step) {
        var eightD = eightDs.byNumber(actor, number);
        steps.begin(actor, eightD.id(), step(step));
        return "redirect:" + page.to("eightds", number) + "?step=" + step + "#files";
    }

    @PostMapping(ONE + "/measures/{measure}/done")
    Object measureDone(Actor actor, Page page, @PathVariable String number, @PathVariable UUID measure, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        var eightD = eightDs.byNumber(actor, number);
        try {
            var source = eightD.sources().isEmpty() ? eightD.id().subject() : eightD.sources().getFirst();
            var action = actions.about(source).stream().filter(a -> actions.measures(a.id()).stream().anyMatch(m -> m.id().equals(measure))).findFirst().orElseThrow(NotFound::new);
            work.measureDone(actor, action.id(), measure, Typed.text(typed.get("words")));
            Notice.done("improvement.step.done", action.number()).on(redirect);
            return "redirect:" + page.to("eightds", number) + "?step=D6#step";
        } catch (InvalidInput refused) {
            var errors = Errors.of(refused);
            var form = model.form(page, eightD, EightDStep.D6);
            return errors.redraw("improvement/eightd/show", model.whole(actor, page, eightD,
                    new StepForm(form.step(), form.values(), form.version(), form.saved(), errors, form.hints(), null)));
        }
    }
}
