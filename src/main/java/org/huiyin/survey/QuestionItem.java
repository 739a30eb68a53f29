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
 * @param purpose what it is asked for; only rated items are scored
 * @param about the rated item whose importance is asked
 */
public record QuestionItem(
        String id,
        Map<String, String> label,
        Map<String, String> hint,
        boolean controllable,
        @Nullable String department,
        boolean notApplicable,
        int wordedIn,
        @Nullable Purpose purpose,
        @Nullable String about) {

    /** What an item is asked for: a mark that is scored, the overall mark, or how important another item is (003/4.5.3, 5.1). */
    public enum Purpose {
        RATED,
        OVERALL,
        IMPORTANCE
    }

    public QuestionItem {
        purpose = Objects.requireNonNullElse(purpose, Purpose.RATED);
        label = Map.copyOf(new LinkedHashMap<>(label));
        hint = Map.copyOf(new LinkedHashMap<>(Objects.requireNonNullElse(hint, Map.of())));
    }

    /** An item that is scored. */
    public QuestionItem(String id, Map<String, String> label, Map<String, String> hint, boolean controllable, @Nullable String department,
            boolean notApplicable, int wordedIn) {
        this(id, label, hint, controllable, department, notApplicable, wordedIn, Purpose.RATED, null);
    }

    /** Whether the item may earn points; the overall mark and importance never do. */
    public boolean rated() {
        return purpose == Purpose.RATED;
    }

    /** The question in a language such as zh-TW; simplified Chinese where that one is missing. */
    public String label(String language) {
        return QuestionnaireVersion.text(label, language);
    }

    public String hint(String language) {
        return QuestionnaireVersion.text(hint, language);
    }

    QuestionItem worded(int version) {
        return new QuestionItem(id, label, hint, controllable, department, notApplicable, version, purpose, about);
    }

    boolean reads(QuestionItem other) {
        return label.equals(other.label) && hint.equals(other.hint) && purpose == other.purpose && Objects.equals(about, other.about);
    }
}
