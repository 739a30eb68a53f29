package org.huiyin.procedure.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.People;
import org.huiyin.procedure.DraftView;
import org.huiyin.procedure.ProfileApprovals;
import org.huiyin.procedure.ProfileDifference;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.Setting;
import org.huiyin.procedure.SettingCatalogue;
import org.huiyin.web.Errors;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** Writing the next version of the procedure, handing it in, deciding on it. */
@Controller
class DraftPages {

    private final ProfileDrafts drafts;
    private final ProfileApprovals approvals;
    private final ProfileDifference difference;
    private final Procedures procedures;
    private final SettingCatalogue catalogue;
    private final SettingWordsMaker words;
    private final People people;

    DraftPages(ProfileDrafts drafts, ProfileApprovals approvals, ProfileDifference difference, Procedures procedures,
            SettingCatalogue catalogue, SettingWordsMaker words, People people) {
        this.drafts = drafts;
        this.approvals = approvals;
        this.difference = difference;
        this.procedures = procedures;
        this.catalogue = catalogue;
        this.words = words;
        this.people = people;
    }

    @GetMapping("/c/{company}/procedure/draft")
    ModelAndView show(Actor actor, Page page) {
        actor.mustHave("profile.read");
        return new ModelAndView("procedure/draft", model(page, LocalDateForm.empty(), ""));
    }

    private record LocalDateForm(@Nullable LocalDate date) {
        static LocalDateForm empty() {
            return new LocalDateForm(null);
        }
    }

    private Map<String, Object> model(Page page, LocalDateForm from, String note) {
        Map<String, Object> model = new LinkedHashMap<>();
        DraftView draft = drafts.current().orElse(null);
        model.put("draft", draft);
        model.put("inForce", procedures.inForce());
        model.put("names", people.names());
        model.put("changeNote", note);
        model.put("effectiveFrom", from.date() == null ? procedures.today().plusDays(1) : from.date());
        if (draft != null) {
            var before = draft.basedOn().content();
            model.put("changes", ChangeLine.of(difference.between(before, draft.content()), words.of(page, before),
                    words.of(page, draft.content()), draft.basedOn()));
            model.put("findings", drafts.check(draft.content()).stream().map(finding -> FindingLine.of(finding, page)).toList());
            model.put("edits", draft.edits().stream().map(edit -> EditLine.of(edit, catalogue, words.of(page, draft.content()), page)).toList());
        } else {
            model.put("changes", List.of());
            model.put("findings", List.of());
            model.put("edits", List.of());
        }
        return model;
    }

    @PostMapping("/c/{company}/procedure/draft")
    String open(Actor actor, Page page, @RequestParam(defaultValue = "") String path) {
        drafts.open(actor);
        return "redirect:" + (path.isEmpty() ? page.to("procedure", "draft") : page.to("procedure", "draft", "setting") + "?path=" + encoded(path));
    }

    private static String encoded(String path) {
        return org.springframework.web.util.UriUtils.encode(path, java.nio.charset.StandardCharsets.UTF_8);
    }

    @GetMapping("/c/{company}/procedure/draft/setting")
    ModelAndView edit(Actor actor, Page page, @RequestParam String path) {
        actor.mustHave("profile.edit");
        DraftView draft = drafts.open(actor);
        return new ModelAndView("procedure/edit", editModel(page, draft, setting(path), null, draft.version()));
    }

    private Map<String, Object> editModel(Page page, DraftView draft, Setting setting, @Nullable JsonNode typed, int version) {
        Map<String, Object> model = new LinkedHashMap<>();
        JsonNode value = typed == null ? draft.content().at(setting.path()) : typed;
        SettingWords say = words.of(page, draft.content());
        String clause = setting.path().startsWith("clauses/") ? setting.path().split("/", -1)[1] : draft.basedOn().clauseOf(setting.path());
        model.put("draft", draft);
        model.put("setting", setting);
        model.put("value", value);
        model.put("version", version);
        model.put("words", say);
        model.put("clause", draft.basedOn().clause(clause).orElse(null));
        model.put("inForce", say.lines(setting, draft.basedOn().content().at(setting.path())));
        model.put("assumed", draft.basedOn().assumed(setting.path()));
        model.put("options", SettingOptions.of(setting, draft.content(), say, words.roles()));
        return model;
    }

    private Setting setting(String path) {
        return catalogue.find(path).orElseThrow(NotFound::new);
    }

    @PostMapping("/c/{company}/procedure/draft/setting")
    Object change(Actor actor, Page page, @RequestParam String path, @RequestParam int version,
            @RequestParam MultiValueMap<String, String> form, RedirectAttributes redirect) {
        actor.mustHave("profile.edit");
        Setting setting = setting(path);
        DraftView draft = drafts.current().orElseThrow(NotFound::new);
        JsonNode typed = draft.content().at(path);
        try {
            typed = SettingForm.read(setting, typed, form);
            drafts.change(actor, draft.id(), path, typed, version);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("procedure/edit", editModel(page, draft, setting, typed, version));
        }
        Notice.done("procedure.draft.changed", words.of(page, draft.content()).name(setting)).on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    @PostMapping("/c/{company}/procedure/draft/submission")
    Object submit(Actor actor, Page page, @RequestParam UUID id, @RequestParam int version, @RequestParam(defaultValue = "") String changeNote,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate effectiveFrom, RedirectAttributes redirect) {
        try {
            if (effectiveFrom == null) {
                throw new InvalidInput("effectiveFrom", "procedure.check.missing");
            }
            drafts.submit(actor, id, version, effectiveFrom, changeNote);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("procedure/draft", model(page, new LocalDateForm(effectiveFrom), changeNote));
        }
        Notice.done("procedure.draft.handedIn").on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    @PostMapping("/c/{company}/procedure/draft/approval")
    Object approve(Actor actor, Page page, @RequestParam UUID submission, @RequestParam(defaultValue = "") String reason,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate effectiveFrom, RedirectAttributes redirect) {
        try {
            var version = approvals.approve(actor, submission, effectiveFrom, reason);
            Notice.done("procedure.draft.approved", String.valueOf(version.number()), version.effectiveFrom()).on(redirect);
            return "redirect:" + page.to("procedure", "versions", version.number());
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("procedure/draft", model(page, new LocalDateForm(effectiveFrom), ""));
        }
    }

    @PostMapping("/c/{company}/procedure/draft/refusal")
    Object refuse(Actor actor, Page page, @RequestParam UUID submission, @RequestParam(defaultValue = "") String reason, RedirectAttributes redirect) {
        try {
            approvals.refuse(actor, submission, reason);
        } catch (InvalidInput refused) {
            return Errors.of(refused).redraw("procedure/draft", model(page, LocalDateForm.empty(), ""));
        }
        Notice.done("procedure.draft.refused").on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    @PostMapping("/c/{company}/procedure/draft/withdrawal")
    String withdraw(Actor actor, Page page, @RequestParam UUID submission, RedirectAttributes redirect) {
        approvals.withdraw(actor, submission);
        Notice.done("procedure.draft.withdrawn").on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    @PostMapping("/c/{company}/procedure/draft/removal")
    String discard(Actor actor, Page page, @RequestParam UUID id, @RequestParam int version, RedirectAttributes redirect) {
        drafts.discard(actor, id, version);
        Notice.done("procedure.draft.discarded").on(redirect);
        return "redirect:" + page.to("procedure");
    }
}
