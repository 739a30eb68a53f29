package org.huiyin.survey;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Released questionnaires and the scoring table in force prove how satisfaction is measured. */
@Component
class SurveyEvidence implements EvidenceSource {

    private final QuestionnaireStore store;
    private final Procedures procedures;

    SurveyEvidence(QuestionnaireStore store, Procedures procedures) {
        this.store = store;
        this.procedures = procedures;
    }

    @Override
    public Map<String, List<EvidenceLine>> evidence() {
        var version = procedures.inForce();
        String code = version.section("survey").path("questionnaire").asString("");
        int released = store.versions(code).size();
        var scale = new EvidenceLine(new Sentence("survey.evidence.questionnaire", code, released), "questionnaires/" + code, released, released == 0);
        var table = new EvidenceLine(new Sentence("survey.evidence.scoring", String.valueOf(version.number())), "scoring", 1, false);
        return version.preset().equals("P001")
                ? Map.of("5.4.3.2", List.of(scale), "5.4.3.3", List.of(table, scale), "5.4.4", List.of(table), "5.4.5", List.of(table))
                : Map.of(version.clauseOf("scoring"), List.of(table, scale));
    }
}
