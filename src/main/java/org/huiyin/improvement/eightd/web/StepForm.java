package org.huiyin.improvement.eightd.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huiyin.improvement.eightd.EightDStep;
import org.huiyin.improvement.eightd.Gap;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.web.Errors;
import org.jspecify.annotations.Nullable;

/**
 * A step as its form shows it: what is typed, what is wrong, what sounds hollow, and what somebody else wrote meanwhile.
 *
 * @param saved when it was saved last, in words; empty for never
 */
public record StepForm(EightDStep step, Map<String, String> values, int version, String saved, Errors errors, List<Gap> hints, @Nullable StaleRecord stale) {

    private static final Comparator<String> BY_PATH = (one, other) -> {
        String[] a = one.split("\\.");
        String[] b = other.split("\\.");
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.length, b.length);
    };

    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** The numbers of the rows under a name; at least one, so that there is something to write in. */
    public SortedSet<Integer> rows(String name) {
        SortedSet<Integer> rows = new TreeSet<>();
        values.keySet().forEach(key -> {
            if (key.matches(name + "\\.\\d{1,3}\\..*")) {
                rows.add(Integer.valueOf(key.split("\\.")[1]));
            }
        });
        if (rows.isEmpty()) {
            rows.add(1);
        }
        return rows;
    }

    /** The paths of the whys of a cell, branches below their stems; at least the first one. */
    public List<String> whys(String cell) {
        var paths = new TreeSet<>(BY_PATH);
        values.keySet().forEach(key -> {
            if (key.matches("why\\." + cell + "\\.\\d{1,2}(\\.\\d{1,2}){0,11}")) {
                paths.add(key.substring(5 + cell.length()));
            }
        });
        if (paths.isEmpty()) {
            paths.add("1");
        }
        return List.copyOf(paths);
    }

    /** What sounds hollow in the field. */
    public List<Sentence> hints(String field) {
        return hints.stream().filter(h -> h.field().equals(field)).map(Gap::what).toList();
    }

    /** What somebody else wrote into the field, where both changed it. */
    public @Nullable String theirs(String field) {
        return stale == null ? null
                : stale.changes().stream().filter(c -> c.field().args().getFirst().equals(field)).map(c -> c.theirs().toString()).findFirst().orElse(null);
    }
}
