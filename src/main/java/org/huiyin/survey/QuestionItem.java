package org.huiyin.survey;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question of a questionnaire; its id is the same in all versions, so that results can be compared (003/4.4.2).
 *
 * @param controllable whether the company can do something about it; the others stay out of the index (003/4.4.1)
 * @param department role code of the unit that a bad answer goes to
 * @param notApplicable whether "does not apply" may be chosen
 * @param wordedIn number of the version that gave the item its present meaning; a trend breaks there
 */
public record QuestionItem(
        String id,
        Map<String, String> label,
        Map<String, String> hint,
        boolean controllable,
        @Nullable String department,
        boolean notApplicable,
        int wordedIn) {

    public QuestionItem {
        label = Map.copyOf(new LinkedHashMap<>(label));
        hint = Map.copyOf(new LinkedHashMap<>(Objects.requireNonNullElse(hint, Map.of())));
    }

    /** The question in a language such as zh-TW; simplified Chinese where that one is missing. */
    public String label(String language) {
        return QuestionnaireVersion.text(label, language);
    }

    public String hint(String language) {
        return QuestionnaireVersion.text(hint, language);
    }

    QuestionItem worded(int version) {
        return new QuestionItem(id, label, hint, controllable, department, notApplicable, version);
    }

    boolean reads(QuestionItem other) {
        return label.equals(other.label) && hint.equals(other.hint);
    }
}
