package org.huiyin.improvement.eightd.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.approval.Approvals;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Effects;
import org.huiyin.improvement.eightd.Decision;
import org.huiyin.improvement.eightd.DocumentKind;
import org.huiyin.improvement.eightd.EightDApprovals;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.EightDSteps;
import org.huiyin.improvement.eightd.EightDTemplates;
import org.huiyin.improvement.eightd.EightDView;
import org.huiyin.improvement.eightd.EightDs;
import org.huiyin.improvement.eightd.Meetings;
import org.huiyin.improvement.eightd.Stage;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.People;
import org.huiyin.records.Attachments;
import org.huiyin.voice.DateStrip;
import org.huiyin.web.Due;
import org.huiyin.web.Errors;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the page of an 8D shows. */
@Component
public class EightDModel {

    private final Effects effects;
    private final EightDs eightDs;
    private final EightDSteps steps;
    private final EightDApprovals approvals;
    private final Approvals decisions;
    private final EightDTemplates templates;
    private final Meetings meetings;
    private final Actions actions;
    private final Attachments attachments;
    private final People people;
    private final Calendars calendars;

    EightDModel(Effects effects, EightDs eightDs, EightDSteps steps, EightDApprovals approvals, Approvals decisions, EightDTemplates templates, Meetings meetings, Actions actions,
            Attachments attachments, People people, Calendars calendars) {
        this.effects = effects;
        this.eightDs = eightDs;
        this.steps = steps;
        this.approvals = approvals;
        this.decisions = decisions;
        this.templates = templates;
        this.meetings = meetings;
        this.actions = actions;
        this.attachments = attachments;
        this.people = people;
        this.calendars = calendars;
    }

    /** The step that the reader opened, or where the 8D stands. */
    static EightDStep opened(EightDView eightD, String wanted) {
        return Arrays.stream(EightDStep.values()).filter(s -> s.name().equals(wanted)).findFirst()
                .orElseGet(() -> eightD.standing() == null ? EightDStep.D8 : eightD.standing());
    }

    /** The form of a step as it was saved. */
    StepForm form(Page page, EightDView eightD, EightDStep step) {
        var text = steps.texts(eightD.id()).get(step);
        return text == null ? new StepForm(step, Map.of(), 0, "", Errors.NONE, List.of(), null)
                : new StepForm(step, text.values(), text.version(), text.at() == null ? "" : page.moment(text.at()), Errors.NONE,
                        steps.hints(eightD, step, text.values()), null);
    }

    /** The form with what was just typed, and what is wrong with it. */
    StepForm form(Page page, EightDView eightD, EightDStep step, Map<String, String> typed, int version, Errors errors, @Nullable StaleRecord stale) {
        var saved = form(page, eightD, step);
        return new StepForm(step, typed, version, saved.saved(), errors, steps.hints(eightD, step, typed), stale);
    }

    Map<String, Object> whole(Actor actor, Page page, EightDView eightD, StepForm form) {
        var model = new HashMap<String, Object>();
        var text = steps.texts(eightD.id()).get(form.step());
        model.put("eightD", eightD);
        model.put("form", form);
        model.put("rules", eightDs.rules(eightD));
        model.put("content", steps.content(eightD));
        model.put("ends", steps.ends(eightD.id()));
        model.put("gaps", steps.gaps(eightD));
        model.put("hints", steps.hints(eightD));
        model.put("sources", eightDs.sourceLines(eightD));
        model.put("measures", steps.measures(eightD));
        model.put("action", actions.about(eightD.sources().isEmpty() ? eightD.id().subject() : eightD.sources().getFirst()).stream().findFirst().orElse(null));
        var held = meetings.of(eightD.id());
        model.put("meetings", held);
        model.put("minutes", held.stream().collect(java.util.stream.Collectors.toMap(m -> m.id(), m -> attachments.list(actor, m.subject()))));
        model.put("approvals", approvals.of(eightD));
        model.put("approved", approvals.approved(eightD));
        model.put("mayDecide", approvals.of(eightD).stream().anyMatch(a -> decisions.mayDecide(actor, a)));
        model.put("templates", templates.usable(eightD));
        model.put("events", eightDs.events(eightD.id()));
        model.put("earlier", eightDs.earlier(eightD.id()));
        model.put("later", eightDs.later(eightD.id()));
        model.put("effects", effects.of(eightD.id().subject()));
        model.put("names", people.names());
        model.put("people", people());
        model.put("stages", stages(eightD));
        model.put("files", text == null ? null : attachments.list(actor, text.subject()));
        model.put("fileCounts", fileCounts(eightD));
        model.put("decisions", Arrays.stream(Decision.values()).map(d -> new Option(d.name(), page.t(d.key()))).toList());
        model.put("kinds", Arrays.stream(DocumentKind.values()).map(k -> new Option(k.name(), page.t(k.key()))).toList());
        model.put("mine", actor.may("eightd.work"));
        return model;
    }

    private Map<EightDStep, Long> fileCounts(EightDView eightD) {
        Map<EightDStep, Long> counts = new LinkedHashMap<>();
        steps.texts(eightD.id()).forEach((step, text) -> counts.put(step, attachments.of(text.subject()).stream().filter(f -> f.struck() == null).count()));
        return counts;
    }

    /** A stage with the explanation of its date. */
    public record StageLine(Stage stage, Due.Why why) {}

    private List<StageLine> stages(EightDView eightD) {
        var calendar = calendars.inForce();
        var clause = eightDs.rules(eightD).stageClause();
        return eightDs.stages(eightD).stream().map(s -> new StageLine(s, DateStrip.why(calendar, s.since(), s.due().due(), s.due().reasons(), clause))).toList();
    }

    List<Option> people() {
        return people.all().stream().filter(p -> p.active())
                .map(p -> new Option(p.id().value().toString(), p.department() == null ? p.name() : p.name() + " · " + p.department())).toList();
    }
}
