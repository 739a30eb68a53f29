package org.huiyin.survey;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord.Change;

/** What two people made of one draft, field by field; each can be taken over as the form names it. */
final class QuestionnaireChanges {

    private static final Map<String, String> LANGUAGES = languages();

    private QuestionnaireChanges() {}

    private static Map<String, String> languages() {
        var languages = new LinkedHashMap<String, String>();
        languages.put("zh-CN", "zhCN");
        languages.put("zh-TW", "zhTW");
        languages.put("en", "en");
        return languages;
    }

    static List<Change> between(QuestionnaireContent theirs, QuestionnaireContent yours) {
        List<Change> changes = new ArrayList<>();
        compare(changes, new Sentence("survey.field.title"), "title_", "", theirs.title(), yours.title());
        compare(changes, new Sentence("survey.field.intro"), "intro_", "", theirs.intro(), yours.intro());
        order(changes, theirs, yours);
        Map<String, QuestionItem> items = new LinkedHashMap<>();
        theirs.items().forEach(item -> items.put(item.id(), item));
        for (int row = 0; row < yours.items().size(); row++) {
            QuestionItem mine = yours.items().get(row);
            QuestionItem before = items.get(mine.id());
            if (before != null) {
                var field = new Sentence("survey.field.item", before.label("zh-CN"));
                compare(changes, field, "label_", "#" + row, before.label(), mine.label());
                compare(changes, field, "hint_", "#" + row, before.hint(), mine.hint());
            }
        }
        return changes;
    }

    private static void compare(List<Change> changes, Sentence field, String name, String row, Map<String, String> theirs, Map<String, String> yours) {
        LANGUAGES.forEach((tag, suffix) -> {
            var before = theirs.getOrDefault(tag, "");
            var mine = yours.getOrDefault(tag, "");
            if (!before.equals(mine)) {
                changes.add(Change.of(name + suffix + row, field, before, mine));
            }
        });
    }

    private static void order(List<Change> changes, QuestionnaireContent theirs, QuestionnaireContent yours) {
        if (!order(theirs).equals(order(yours))) {
            changes.add(new Change(new Sentence("survey.field.order"), order(theirs), order(yours)));
        }
    }

    private static String order(QuestionnaireContent content) {
        return String.join("、", content.items().stream().map(item -> item.label("zh-CN")).toList());
    }
}
