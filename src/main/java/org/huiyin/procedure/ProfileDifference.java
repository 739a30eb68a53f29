package org.huiyin.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** What differs between two states of the profile, setting by setting in the order of the procedure. */
@Service
public class ProfileDifference {

    private static final List<String> WORDS = List.of("title", "text", "note");

    private final SettingCatalogue catalogue;

    ProfileDifference(SettingCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A setting that differs; missing on the side that does not have it. */
    public record Change(Setting setting, JsonNode before, JsonNode after) {}

    public List<Change> between(ProfileContent before, ProfileContent after) {
        List<Change> changes = new ArrayList<>();
        Set<Setting> settings = new LinkedHashSet<>(catalogue.of(before));
        settings.addAll(catalogue.of(after));
        for (Setting setting : settings) {
            add(changes, setting, before, after);
        }
        for (String number : numbers(before, after)) {
            WORDS.forEach(word -> add(changes, Setting.words("clauses/" + number + "/" + word), before, after));
        }
        return changes;
    }

    private static void add(List<Change> changes, Setting setting, ProfileContent before, ProfileContent after) {
        JsonNode left = before.at(setting.path());
        JsonNode right = after.at(setting.path());
        boolean nothing = (left.isNull() || left.isMissingNode()) && (right.isNull() || right.isMissingNode());
        if (!nothing && !ProfilePath.same(left, right)) {
            changes.add(new Change(setting, left, right));
        }
    }

    private static Set<String> numbers(ProfileContent before, ProfileContent after) {
        Set<String> numbers = new LinkedHashSet<>();
        before.root().path("clauses").forEach(clause -> numbers.add(clause.path("number").asString("")));
        after.root().path("clauses").forEach(clause -> numbers.add(clause.path("number").asString("")));
        return numbers;
    }
}
