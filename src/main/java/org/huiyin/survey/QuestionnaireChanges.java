package org.huiyin.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord.Change;

/** What two people made of one draft, field by field. */
final class QuestionnaireChanges {

    private QuestionnaireChanges() {}

    static List<Change> between(QuestionnaireContent theirs, QuestionnaireContent yours) {
        List<Change> changes = new ArrayList<>();
        compare(changes, new Sentence("survey.field.title"), text(theirs.title()), text(yours.title()));
        compare(changes, new Sentence("survey.field.intro"), text(theirs.intro()), text(yours.intro()));
        compare(changes, new Sentence("survey.field.order"), order(theirs), order(yours));
        Map<String, String> items = new LinkedHashMap<>();
        theirs.items().forEach(item -> items.put(item.id(), words(item)));
        for (QuestionItem item : yours.items()) {
            String before = items.get(item.id());
            if (before != null) {
                compare(changes, new Sentence("survey.field.item", item.label("zh-CN")), before, words(item));
            }
        }
        return changes;
    }

    private static void compare(List<Change> changes, Sentence field, String theirs, String yours) {
        if (!theirs.equals(yours)) {
            changes.add(new Change(field, theirs, yours));
        }
    }

    private static String words(QuestionItem item) {
        return text(item.label()) + " · " + text(item.hint());
    }

    private static String order(QuestionnaireContent content) {
        return String.join(", ", content.items().stream().map(item -> item.label("zh-CN")).toList());
    }

    private static String text(Map<String, String> texts) {
        return String.join(" / ", new java.util.TreeMap<>(texts).values());
    }
}
