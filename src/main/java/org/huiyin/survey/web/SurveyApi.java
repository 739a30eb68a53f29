package org.huiyin.survey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.NotFound;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.QuestionnaireVersion;
import org.huiyin.survey.Questionnaires;
import org.huiyin.survey.ScoringTable;
import org.huiyin.survey.TriggerRule.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Questionnaires and scoring for programs. */
@RestController
@Tag(name = "Questionnaires")
class SurveyApi {

    private final Questionnaires questionnaires;
    private final ScoringTable scoring;

    SurveyApi(Questionnaires questionnaires, ScoringTable scoring) {
        this.questionnaires = questionnaires;
        this.scoring = scoring;
    }

    @GetMapping("/api/v1/questionnaires")
    @Operation(summary = "The newest version of each questionnaire")
    List<QuestionnaireVersion> all(Actor actor) {
        actor.mustHave("profile.read");
        return questionnaires.all();
    }

    /** The version that new rounds use. */
    @GetMapping("/api/v1/questionnaires/{code}")
    @Operation(summary = "The newest version of a questionnaire")
    QuestionnaireVersion current(Actor actor, @PathVariable String code) {
        actor.mustHave("profile.read");
        return questionnaires.current(code);
    }

    @GetMapping("/api/v1/questionnaires/{code}/versions/{number}")
    @Operation(summary = "One version of a questionnaire")
    QuestionnaireVersion version(Actor actor, @PathVariable String code, @PathVariable int number) {
        actor.mustHave("profile.read");
        return questionnaires.versions(code).stream().filter(v -> v.number() == number).findFirst().orElseThrow(NotFound::new);
    }

    /** Degrees or numbers by item; "NA" for not applicable; items left out are unanswered. */
    record ToScore(Map<String, String> degrees, @Nullable Map<String, BigDecimal> numbers) {}

    /** What the answer brings under the rules in force. */
    record Scored(@Nullable BigDecimal score, @Nullable String band, @Nullable Label bandLabel, boolean boundary, boolean doubtful,
            boolean correctiveAction, List<String> corrective, List<String> followUps) {}

    @PostMapping("/api/v1/scoring/trial")
    @Operation(summary = "Score a made-up answer by the rule in force; nothing is stored")
    Scored trial(Actor actor, @RequestBody ToScore wanted) {
        actor.mustHave("profile.read");
        var rules = scoring.inForce();
        List<ItemAnswer> answers = new ArrayList<>();
        wanted.degrees().forEach((item, degree) -> answers.add(degree.equals(Simulation.NOT_APPLICABLE)
                ? ItemAnswer.notApplicable(item) : ItemAnswer.degree(item, degree)));
        Objects.requireNonNullElse(wanted.numbers(), Map.<String, BigDecimal>of())
                .forEach((item, number) -> answers.add(ItemAnswer.number(item, number)));
        var card = rules.scoring().score(answers);
        var total = card.total();
        var band = total == null ? null : rules.bands().bandOf(total);
        var outcome = rules.triggers().apply(card);
        return new Scored(total == null ? null : total.value(), band == null ? null : band.code(), band == null ? null : band.label(),
                total != null && rules.bands().onEdge(total), card.doubtful(), outcome.correctiveAction(), items(outcome.corrective()),
                items(outcome.followUps()));
    }

    private static List<String> items(List<Finding> findings) {
        return findings.stream().map(finding -> finding.item().item()).toList();
    }
}
