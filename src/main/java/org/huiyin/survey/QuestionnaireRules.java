package org.huiyin.survey;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.springframework.stereotype.Component;

/** What a questionnaire must have before it is stored, and before it is released. */
@Component
class QuestionnaireRules {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern ITEM = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final Set<String> LANGUAGES = Set.of("zh-CN", "zh-TW", "en");
    private static final int MOST_ITEMS = 60;
    private static final int LONGEST = 300;

    void mustBeCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw new InvalidInput("code", "survey.questionnaire.code", code);
        }
    }

    /** Enough to be stored as a draft: items with stable ids, none twice, nothing endless. */
    void mustRead(QuestionnaireContent content) {
        Map<String, Sentence> problems = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        if (content.items().size() > MOST_ITEMS) {
            problems.put("items", new Sentence("survey.questionnaire.tooMany", MOST_ITEMS));
        }
        for (int i = 0; i < content.items().size(); i++) {
            var item = content.items().get(i);
            if (!ITEM.matcher(item.id()).matches()) {
                problems.put("items[" + i + "].id", new Sentence("survey.questionnaire.itemId", item.id()));
            } else if (!seen.add(item.id())) {
                problems.put("items[" + i + "].id", new Sentence("survey.questionnaire.itemTwice", item.id()));
            }
            if (item.label().values().stream().anyMatch(t -> t.length() > LONGEST) || item.hint().values().stream().anyMatch(t -> t.length() > LONGEST)) {
                problems.put("items[" + i + "].label", new Sentence("survey.questionnaire.tooLong", LONGEST));
            }
        }
        purposes(content.items(), problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** One overall mark at most, and importance only of items that are rated, of each once. */
    private static void purposes(List<QuestionItem> items, Map<String, Sentence> problems) {
        Set<String> rated = new HashSet<>();
        items.stream().filter(QuestionItem::rated).forEach(item -> rated.add(item.id()));
        Set<String> asked = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            var item = items.get(i);
            var about = java.util.Objects.requireNonNullElse(item.about(), "");
            if (item.purpose() == QuestionItem.Purpose.OVERALL && !asked.add("")) {
                problems.putIfAbsent("items[" + i + "].id", new Sentence("survey.questionnaire.overallTwice"));
            }
            if (item.purpose() == QuestionItem.Purpose.IMPORTANCE && (!rated.contains(about) || !asked.add(about))) {
                problems.putIfAbsent("items[" + i + "].id", new Sentence("survey.questionnaire.importanceOf", item.id()));
            }
        }
    }

    /** Enough to be asked: a title and every item in three languages, a note of what changed. */
    void mustBeReleasable(QuestionnaireContent content, String note) {
        if (content.items().isEmpty()) {
            throw new BrokenRule("survey.questionnaire.empty");
        }
        for (String language : new java.util.TreeSet<>(LANGUAGES)) {
            if (blank(content.title(), language)) {
                throw new BrokenRule("survey.questionnaire.titleMissing", new Sentence("web.language." + language.replace('-', '_')));
            }
            for (var item : content.items()) {
                if (blank(item.label(), language)) {
                    throw new BrokenRule("survey.questionnaire.labelMissing", item.id(), new Sentence("web.language." + language.replace('-', '_')));
                }
            }
        }
        if (note.isBlank()) {
            throw new InvalidInput("note", "survey.questionnaire.noteMissing");
        }
    }

    private static boolean blank(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, "").isBlank();
    }
}
