package org.huiyin.campaign.answers;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a form, complete or not: per item a degree, a number or {@link AnswerView#NOT_APPLICABLE}, comments,
 * items to be improved, and a word at the end.
 */
public record FormContent(
        Map<String, String> items, Map<String, String> comments, Set<String> wanted, @Nullable String overall) {

    public static final FormContent EMPTY = new FormContent(Map.of(), Map.of(), Set.of(), null);

    public FormContent {
        items = Map.copyOf(new LinkedHashMap<>(Objects.requireNonNullElse(items, Map.of())));
        comments = Map.copyOf(new LinkedHashMap<>(Objects.requireNonNullElse(comments, Map.of())));
        wanted = Set.copyOf(new LinkedHashSet<>(Objects.requireNonNullElse(wanted, Set.of())));
    }

    public String item(String id) {
        return items.getOrDefault(id, "");
    }

    public String comment(String id) {
        return comments.getOrDefault(id, "");
    }

    public boolean wants(String id) {
        return wanted.contains(id);
    }

    /** Whether nothing stands on it at all. */
    public boolean untouched() {
        return items.isEmpty() && comments.isEmpty() && wanted.isEmpty() && overall == null;
    }
}
