package org.huiyin.survey.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.NotFound;
import org.huiyin.procedure.DraftView;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.procedure.Procedures;
import org.huiyin.survey.BandRule;
import org.huiyin.survey.ScoringTable;
import org.huiyin.web.Notice;
import org.huiyin.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** The scoring table with its totals, its editor, and a trial that shows what an answer would bring. */
@Controller
class ScoringPages {

    private final ScoringTable scoring;
    private final Procedures procedures;
    private final ProfileDrafts drafts;

    ScoringPages(ScoringTable scoring, Procedures procedures, ProfileDrafts drafts) {
        this.scoring = scoring;
        this.procedures = procedures;
        this.drafts = drafts;
    }

    @GetMapping("/c/{company}/scoring")
    ModelAndView show(Actor actor, @RequestParam MultiValueMap<String, String> query,
            @RequestParam(required = false) BandRule.@Nullable Edges edges, @RequestParam(required = false) @Nullable Boolean inclusive) {
        actor.mustHave("profile.read");
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("version", procedures.inForce());
        model.put("rules", scoring.inForce());
        model.put("questionnaire", scoring.questionnaire());
        model.put("table", ScoringGrid.of(procedures.inForce().section("scoring")));
        model.put("draft", drafts.current().orElse(null));
        model.put("trial", Simulation.of(scoring.inForce(), query.toSingleValueMap(), edges, inclusive));
        return new ModelAndView("survey/scoring|survey/trial", model);
    }

    @GetMapping("/c/{company}/scoring/draft")
    ModelAndView edit(Actor actor, Page page) {
        actor.mustHave("profile.edit");
        DraftView draft = drafts.open(actor);
        return editor(draft, draft.content().section("scoring"));
    }

    private ModelAndView editor(DraftView draft, JsonNode table) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("draft", draft);
        model.put("table", ScoringGrid.of(table));
        model.put("questionnaire", scoring.questionnaire());
        model.put("findings", drafts.check(withTable(draft, table)).stream().filter(finding -> finding.path().equals("scoring")).toList());
        return new ModelAndView("survey/scoring_edit", model);
    }

    private static org.huiyin.procedure.ProfileContent withTable(DraftView draft, JsonNode table) {
        return draft.content().with("scoring", table);
    }

    /** The totals of what is being typed; nothing is stored. */
    @PostMapping("/c/{company}/scoring/draft/totals")
    ModelAndView totals(Actor actor, @RequestParam MultiValueMap<String, String> form) {
        actor.mustHave("profile.edit");
        DraftView draft = drafts.current().orElseThrow(NotFound::new);
        JsonNode table = ScoringGrid.read(draft.content().section("scoring"), form);
        return new ModelAndView("survey/totals", Map.of("table", ScoringGrid.of(table), "findings",
                drafts.check(withTable(draft, table)).stream().filter(finding -> finding.path().equals("scoring")).toList()));
    }

    @PostMapping("/c/{company}/scoring/draft")
    Object save(Actor actor, Page page, @RequestParam UUID id, @RequestParam int version, @RequestParam MultiValueMap<String, String> form,
            RedirectAttributes redirect) {
        actor.mustHave("profile.edit");
        DraftView draft = drafts.current().orElseThrow(NotFound::new);
        JsonNode table = ScoringGrid.read(draft.content().section("scoring"), form);
        scoring.change(actor, id, table, version);
        Notice.done("survey.scoring.saved").on(redirect);
        return "redirect:" + page.to("procedure", "draft");
    }

    /** Brings the rows of the draft's table in step with the questionnaire. */
    @PostMapping("/c/{company}/scoring/draft/items")
    String inStep(Actor actor, Page page, @RequestParam UUID id, @RequestParam int version, RedirectAttributes redirect) {
        actor.mustHave("profile.edit");
        DraftView draft = drafts.current().orElseThrow(NotFound::new);
        scoring.change(actor, id, scoring.inStep(draft.content().section("scoring")), version);
        Notice.done("survey.scoring.inStep").on(redirect);
        return "redirect:" + page.to("scoring", "draft");
    }
}
