package org.huiyin.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.huiyin.kernel.Label;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.SectionChecker;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Refuses a scoring table that contradicts itself or the questionnaire it scores (T-MATRIX). */
@Component
class ScoringChecker implements SectionChecker {

    private final QuestionnaireStore questionnaires;

    ScoringChecker(QuestionnaireStore questionnaires) {
        this.questionnaires = questionnaires;
    }

    @Override
    public String section() {
        return "scoring";
    }

    @Override
    public List<Sentence> check(JsonNode section, JsonNode profile) {
        return SectionReading.check(section, ScoringRule.class, section(), rule -> check(rule, profile));
    }

    private List<Sentence> check(ScoringRule rule, JsonNode profile) {
        String code = profile.path("survey").path("questionnaire").asString("");
        Optional<QuestionnaireVersion> asked = questionnaires.versions(code).stream().findFirst();
        List<Sentence> found = new ArrayList<>(SectionReading.named(rule.contradictions(),
                SectionReading.words(rule.scale(), asked.map(QuestionnaireVersion::items).orElse(List.of()))));
        if (asked.isEmpty()) {
            found.add(new Sentence("survey.rule.noQuestionnaire", code));
            return found;
        }
        compare(rule, asked.get(), found);
        return found;
    }

    private static void compare(ScoringRule rule, QuestionnaireVersion asked, List<Sentence> found) {
        var scored = new TreeSet<>(rule.itemCodes());
        scored.stream().filter(item -> asked.item(item).filter(QuestionItem::rated).isEmpty())
                .forEach(item -> found.add(new Sentence("survey.rule.itemNotAsked", item, asked.code(), asked.number())));
        asked.items().stream().filter(item -> item.rated() && item.controllable() && !scored.contains(item.id()))
                .forEach(item -> found.add(new Sentence("survey.rule.itemNotScored", new Label(item.label()), asked.code(), asked.number())));
    }
}
