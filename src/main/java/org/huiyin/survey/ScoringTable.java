package org.huiyin.survey;

import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.procedure.DraftView;
import org.huiyin.procedure.ProfileDrafts;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The scoring table of the profile: read, changed in the draft of the procedure, kept in step with the questionnaire (001/5.4.3.3). */
@Service
@Transactional
public class ScoringTable {

    private static final String SECTION = "scoring";

    private final Procedures procedures;
    private final ProfileDrafts drafts;
    private final Questionnaires questionnaires;

    ScoringTable(Procedures procedures, ProfileDrafts drafts, Questionnaires questionnaires) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.questionnaires = questionnaires;
    }

    /** The rules in force. */
    @Transactional(readOnly = true)
    public SurveyRules inForce() {
        return SurveyRules.of(procedures.inForce());
    }

    /** The newest version of the questionnaire that the profile in force names; its words name the items. */
    @Transactional(readOnly = true)
    public QuestionnaireVersion questionnaire() {
        String code = procedures.inForce().section("survey").path("questionnaire").asString("");
        return questionnaires.released(code).orElseThrow(() -> new BrokenRule("survey.rule.noQuestionnaire", code));
    }

    /** Writes the table into the draft of the procedure; whoever wrote it in between is shown. */
    public DraftView change(Actor actor, UUID draft, JsonNode table, int version) {
        return drafts.change(actor, draft, SECTION, table, version);
    }

    /** The table with a row for each scored item of the questionnaire and no others; new rows have no weight yet. */
    @Transactional(readOnly = true)
    public JsonNode inStep(JsonNode table) {
        JsonNode copy = table.deepCopy();
        String list = copy.has("rows") ? "rows" : "items";
        List<QuestionItem> items = questionnaire().items().stream().filter(QuestionItem::controllable).toList();
        ArrayNode rows = ((ObjectNode) copy).putArray(list);
        for (QuestionItem item : items) {
            rows.add(find(table.path(list), item.id(), copy.path("scale").path("degrees").size(), list));
        }
        return copy;
    }

    private static JsonNode find(JsonNode rows, String item, int degrees, String list) {
        for (JsonNode row : rows) {
            if (row.path("item").asString("").equals(item)) {
                return row.deepCopy();
            }
        }
        ObjectNode row = tools.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        row.put("item", item);
        row.put("weight", 0);
        if (list.equals("rows")) {
            ArrayNode points = row.putArray("points");
            for (int i = 0; i < degrees; i++) {
                points.add(0);
            }
        }
        return row;
    }
}
