package org.huiyin.survey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a questionnaire says: its words in three languages, its items in order, and which remarks it invites (001/5.4.2.1).
 *
 * @param minutes how long answering takes, as the invitation says
 */
public record QuestionnaireContent(
        Map<String, String> title,
        Map<String, String> intro,
        List<QuestionItem> items,
        boolean commentPerItem,
        boolean overallComment,
        boolean notApplicableAllowed,
        int minutes) {

    public QuestionnaireContent {
        title = Map.copyOf(new LinkedHashMap<>(title));
        intro = Map.copyOf(new LinkedHashMap<>(Objects.requireNonNullElse(intro, Map.of())));
        items = List.copyOf(items);
    }

    QuestionnaireContent with(List<QuestionItem> changed) {
        return new QuestionnaireContent(title, intro, changed, commentPerItem, overallComment, notApplicableAllowed, minutes);
    }
}
