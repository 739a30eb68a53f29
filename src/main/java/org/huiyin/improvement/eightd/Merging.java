package org.huiyin.improvement.eightd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** Puts together what two people wrote into one step: each keeps the fields she changed; one field that both changed is a clash. */
final class Merging {

    private final Map<String, String> merged = new LinkedHashMap<>();
    private final List<String> clashes = new ArrayList<>();
    private final List<Saved.Others> others = new ArrayList<>();

    Merging(List<TextStore.Former> since, StepText now, Map<String, String> mine, PersonId me) {
        Map<String, String> base = since.getFirst().values();
        var keys = new TreeSet<>(now.values().keySet());
        keys.addAll(mine.keySet());
        for (String key : keys) {
            PersonId other = changedByAnother(key, since, now, me);
            String theirs = now.values().get(key);
            String own = mine.get(key);
            if (other == null || same(own, theirs)) {
                keep(key, own);
            } else if (same(own, base.get(key))) {
                keep(key, theirs);
                others.add(new Saved.Others(key, theirs == null ? "" : theirs, other));
            } else {
                clashes.add(key);
            }
        }
    }

    private void keep(String key, @Nullable String value) {
        if (value != null) {
            merged.put(key, value);
        }
    }

    /** Who else changed the field since the first of these versions. */
    private static @Nullable PersonId changedByAnother(String key, List<TextStore.Former> since, StepText now, PersonId me) {
        PersonId other = null;
        String before = since.getFirst().values().get(key);
        for (TextStore.Former former : since.subList(1, since.size())) {
            if (!same(before, former.values().get(key)) && !former.by().equals(me)) {
                other = former.by();
            }
            before = former.values().get(key);
        }
        return !same(before, now.values().get(key)) && now.by() != null && !now.by().equals(me) ? now.by() : other;
    }

    /** Nothing and blank are the same to a reader. */
    private static boolean same(@Nullable String one, @Nullable String other) {
        return (one == null ? "" : one).equals(other == null ? "" : other);
    }

    Map<String, String> merged() {
        return merged;
    }

    List<String> clashes() {
        return clashes;
    }

    List<Saved.Others> others() {
        return others;
    }
}
