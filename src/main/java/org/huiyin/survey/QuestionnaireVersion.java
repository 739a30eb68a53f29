package org.huiyin.survey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** A released version of a questionnaire; it never changes, and every round and answer names the one it used. */
public record QuestionnaireVersion(
        UUID id,
        String code,
        int number,
        Map<String, String> title,
        Map<String, String> intro,
        List<QuestionItem> items,
        boolean commentPerItem,
        boolean overallComment,
        boolean notApplicableAllowed,
        int minutes,
        String changeNote,
        PersonId releasedBy,
        Instant releasedAt,
        String contentHash) {

    public QuestionnaireVersion {
        items = List.copyOf(items);
    }

    public Optional<QuestionItem> item(String itemId) {
        return items.stream().filter(item -> item.id().equals(itemId)).findFirst();
    }

    /** The items that a scoring table must have: all that the company can do something about. */
    public java.util.SortedSet<String> scoredItems() {
        return items.stream().filter(item -> item.rated() && item.controllable()).map(QuestionItem::id)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /** The item that asks for the overall mark, where there is one. */
    public Optional<QuestionItem> overallMark() {
        return items.stream().filter(item -> item.purpose() == QuestionItem.Purpose.OVERALL).findFirst();
    }

    /** The item that asks how important a rated item is, where there is one. */
    public Optional<QuestionItem> importanceOf(String item) {
        return items.stream().filter(i -> i.purpose() == QuestionItem.Purpose.IMPORTANCE && item.equals(i.about())).findFirst();
    }

    /** Whether the importance of any item is asked. */
    public boolean asksImportance() {
        return items.stream().anyMatch(item -> item.purpose() == QuestionItem.Purpose.IMPORTANCE);
    }

    public String title(String language) {
        return text(title, language);
    }

    public String intro(String language) {
        return text(intro, language);
    }

    /** Whether the answers to an item of this version may stand on one line with those of the other version. */
    public boolean comparable(String itemId, QuestionnaireVersion other) {
        var here = item(itemId);
        var there = other.item(itemId);
        return here.isPresent() && there.isPresent() && here.get().wordedIn() == there.get().wordedIn();
    }

    public QuestionnaireContent content() {
        return new QuestionnaireContent(title, intro, items, commentPerItem, overallComment, notApplicableAllowed, minutes);
    }

    static String text(Map<String, String> texts, String language) {
        String exact = texts.get(language);
        return exact != null && !exact.isBlank() ? exact : texts.getOrDefault("zh-CN", texts.values().stream().findFirst().orElse(""));
    }
}
