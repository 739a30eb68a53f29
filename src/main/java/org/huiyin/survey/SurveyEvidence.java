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
        return Map.of("survey.scale", List.of(scale), "survey.scoring", List.of(table, scale), "survey.total", List.of(table), "survey.bands", List.of(table));
    }
}
