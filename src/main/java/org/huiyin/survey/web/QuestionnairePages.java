package org.huiyin.survey.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.procedure.Procedures;
import org.huiyin.sheets.ListFile;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.QuestionnaireContent;
import org.huiyin.survey.QuestionnaireDraft;
import org.huiyin.survey.QuestionnaireVersion;
import org.huiyin.survey.Questionnaires;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questionnaires: the list, a version, the editor of the next one. */
@Controller
class QuestionnairePages {

    private final Questionnaires questionnaires;
    private final Procedures procedures;
    private final People people;

    QuestionnairePages(Questionnaires questionnaires, Procedures procedures, People people) {
        this.questionnaires = questionnaires;
        this.procedures = procedures;
        this.people = people;
    }

    @GetMapping("/c/{company}/questionnaires")
    ModelAndView list(Actor actor) {
        actor.mustHave("profile.read");
        Map<String, QuestionnaireDraft> drafts = new LinkedHashMap<>();
        questionnaires.drafts().forEach(draft -> drafts.put(draft.code(), draft));
        return new ModelAndView("survey/list", Map.of("versions", questionnaires.all(), "drafts", drafts, "used", used(), "names", people.names()));
    }

    @GetMapping({"/c/{company}/questionnaires.xlsx", "/c/{company}/questionnaires.csv"})
    void listFile(Actor actor, Page page, ListFile file) throws IOException {
        actor.mustHave("profile.read");
        var names = people.names();
        var columns = List.of(page.t("survey.column.code"), page.t("survey.field.title"), page.t("survey.column.items"), page.t("survey.column.version"),
                page.t("survey.column.released"), page.t("survey.column.state"));
        file.send(page.t("survey.questionnaires"), "", columns, sheet -> questionnaires.all().forEach(version -> sheet.row(version.code(),
                version.title(page.language().tag()), version.items().size(), version.number(),
                page.date(version.releasedAt()) + " " + names.getOrDefault(version.releasedBy(), ""),
                version.code().equals(used()) ? page.t("survey.used") : null)));
    }

    private String used() {
        return procedures.inForce().section("survey").path("questionnaire").asString("");
    }

    @PostMapping("/c/{company}/questionnaires")
    Object begin(Actor actor, Page page, @RequestParam(defaultValue = "") String code, RedirectAttributes redirect) {
        String plain = code.strip().toUpperCase(java.util.Locale.ROOT);
        questionnaires.begin(actor, plain, new QuestionnaireContent(Map.of(), Map.of(), List.of(), true, true, true, 1));
        Notice.done("survey.questionnaire.begun", plain).on(redirect);
        return "redirect:" + page.to("questionnaires", plain, "draft");
    }

    @GetMapping("/c/{company}/questionnaires/{code}")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestParam(required = false) @Nullable Integer version) {
        actor.mustHave("profile.read");
        List<QuestionnaireVersion> versions = questionnaires.versions(code);
        if (versions.isEmpty() && questionnaires.draft(code).isEmpty()) {
            throw new NotFound();
        }
        QuestionnaireVersion shown = versions.stream().filter(v -> version == null || v.number() == version).findFirst().orElse(null);
        if (version != null && shown == null) {
            throw new NotFound();
        }
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("code", code);
        model.put("shown", shown);
        model.put("versions", versions);
        model.put("draft", questionnaires.draft(code).orElse(null));
        model.put("current", versions.isEmpty() ? null : questionnaires.current(code));
        model.put("used", used().equals(code));
        model.put("names", people.names());
        model.put("roles", roles());
        return new ModelAndView("survey/show", model);
    }

    private Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        people.roles().forEach(role -> roles.put(role.code(), role.name()));
        return roles;
    }

    @PostMapping("/c/{company}/questionnaires/{code}/draft")
    String open(Actor actor, Page page, @PathVariable String code) {
        questionnaires.open(actor, code);
        return "redirect:" + page.to("questionnaires", code, "draft");
    }

    @GetMapping("/c/{company}/questionnaires/{code}/draft")
    ModelAndView edit(Actor actor, @PathVariable String code) {
        actor.mustHave("survey.edit");
        QuestionnaireDraft draft = questionnaires.draft(code).orElseThrow(NotFound::new);
        return new ModelAndView("survey/edit", model(draft, draft.content(), draft.version(), ""));
    }

    private Map<String, Object> model(QuestionnaireDraft draft, QuestionnaireContent content, int version, String note) {
        Map<String, Object> model = new LinkedHashMap<>();
        QuestionnaireVersion before = questionnaires.released(draft.code()).orElse(null);
        model.put("draft", draft);
        model.put("content", content);
        model.put("version", version);
        model.put("note", note);
        model.put("before", before);
        model.put("reworded", before == null ? List.of() : reworded(before, draft.content()));
        model.put("people", people.names());
        model.put("departments", roles().entrySet().stream()
                .filter(role -> !role.getKey().equals("ADMIN") && !role.getKey().equals("AUDITOR"))
                .map(role -> new Option(role.getKey(), role.getValue())).toList());
        return model;
    }

    /** Items whose words differ from the version before, for which the author says whether they still mean the same. */
    private static List<QuestionItem> reworded(QuestionnaireVersion before, QuestionnaireContent content) {
        return content.items().stream()
                .filter(item -> before.item(item.id()).filter(old -> !old.label().equals(item.label()) || !old.hint().equals(item.hint())).isPresent())
                .toList();
    }

    @PostMapping("/c/{company}/questionnaires/{code}/draft/items")
    Object save(Actor actor, Page page, @PathVariable String code, @RequestParam int version,
            @RequestParam MultiValueMap<String, String> form, RedirectAttributes redirect) {
        QuestionnaireDraft draft = questionnaires.draft(code).orElseThrow(NotFound::new);
        QuestionnaireContent typed = draft.content();
        try {
            typed = new QuestionnaireForm(form).content();
            questionnaires.save(actor, code, typed, version);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("survey/edit", model(draft, typed, version, ""));
        }
        Notice.done("survey.questionnaire.saved").on(redirect);
        return "redirect:" + page.to("questionnaires", code, "draft");
    }

    @PostMapping("/c/{company}/questionnaires/{code}/draft/release")
    Object release(Actor actor, Page page, @PathVariable String code, @RequestParam int version, @RequestParam(defaultValue = "") String note,
            @RequestParam(required = false) @Nullable List<String> same, RedirectAttributes redirect) {
        QuestionnaireDraft draft = questionnaires.draft(code).orElseThrow(NotFound::new);
        try {
            Set<String> sameMeaning = new LinkedHashSet<>(same == null ? new ArrayList<>() : same);
            var released = questionnaires.release(actor, code, version, note, sameMeaning);
            Notice.done("survey.questionnaire.released", code, String.valueOf(released.number())).on(redirect);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("survey/edit", model(draft, draft.content(), version, note));
        }
        return "redirect:" + page.to("questionnaires", code);
    }

    @PostMapping("/c/{company}/questionnaires/{code}/draft/removal")
    String discard(Actor actor, Page page, @PathVariable String code, @RequestParam int version, RedirectAttributes redirect) {
        questionnaires.discard(actor, code, version);
        Notice.done("survey.questionnaire.discarded").on(redirect);
        return "redirect:" + (questionnaires.versions(code).isEmpty() ? page.to("questionnaires") : page.to("questionnaires", code));
    }
}
