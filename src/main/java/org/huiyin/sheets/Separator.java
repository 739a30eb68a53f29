package org.huiyin.sheets;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the character between the columns: the one that occurs equally often in most lines. */
final class Separator {

    private static final String CANDIDATES = "\t,;|，";
    private static final int LINES = 40;

    private Separator() {}

    static char of(String sample) {
        List<String> lines = records(sample);
        return CANDIDATES.chars().mapToObj(c -> (char) c)
                .max(Comparator.comparingDouble(candidate -> score(candidate, lines)))
                .filter(best -> score(best, lines) > 0)
                .orElse(',');
    }

    /** Lines with what stands in quotes left out, so that a quoted comma or line break does not count. */
    private static List<String> records(String sample) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < sample.length() && lines.size() < LINES; i++) {
            char c = sample.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                addLine(lines, line);
            } else if (!quoted) {
                line.append(c);
            }
        }
        addLine(lines, line);
        return lines;
    }

    private static void addLine(List<String> lines, StringBuilder line) {
        if (!line.toString().isBlank()) {
            lines.add(line.toString());
        }
        line.setLength(0);
    }

    private static double score(char candidate, List<String> lines) {
        Map<Long, Integer> linesByCount = new TreeMap<>();
        for (String line : lines) {
            long count = line.chars().filter(c -> c == candidate).count();
            if (count > 0) {
                linesByCount.merge(count, 1, Integer::sum);
            }
        }
        // A full-width comma also stands in sentences; it must win clearly.
        double weight = candidate == '，' ? 0.6 : 1;
        return linesByCount.entrySet().stream()
                .mapToDouble(e -> weight * e.getValue() * (1 + Math.min(e.getKey(), 20) / 10.0))
                .max().orElse(0);
    }
}
