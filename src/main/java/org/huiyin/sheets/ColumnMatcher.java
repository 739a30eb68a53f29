package org.huiyin.sheets;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.huiyin.sheets.ColumnMapping.How;
import org.huiyin.sheets.ColumnMapping.Proposal;

/** Finds the header among title rows and proposes which column is which. */
public final class ColumnMatcher {

    /** How many rows are looked at for the header. */
    public static final int TOP = 30;

    private final List<TargetColumn> targets;
    private final Map<String, String> remembered;

    public ColumnMatcher(List<TargetColumn> targets) {
        this(targets, Map.of());
    }

    /** With what an earlier file was mapped to ({@link ColumnMapping#remembered()}). */
    public ColumnMatcher(List<TargetColumn> targets, Map<String, String> remembered) {
        this.targets = List.copyOf(targets);
        this.remembered = Map.copyOf(remembered);
    }

    /** Looks at the first rows ({@link #TOP} are enough); the best row, or two-line header, becomes the header. */
    public ColumnMapping propose(List<Row> top) {
        ColumnMapping best = new ColumnMapping(1, List.of(), Map.of(), List.of(), required(Map.of()), List.of());
        double bestWeight = 0;
        for (int i = 0; i < top.size(); i++) {
            for (boolean withNext : new boolean[] {false, true}) {
                if (withNext && (i + 1 >= top.size() || top.get(i + 1).number() != top.get(i).number() + 1)) {
                    continue;
                }
                ColumnMapping mapping = withNext
                        ? mapping(top.get(i + 1).number() + 1, joined(top.get(i), top.get(i + 1)))
                        : mapping(top.get(i).number() + 1, headers(top.get(i)));
                // A later row or a second line must say more than the one before it.
                double weight = weight(mapping) - (withNext ? 0.5 : 0);
                if (weight > bestWeight) {
                    best = mapping;
                    bestWeight = weight;
                }
            }
        }
        return best;
    }

    /** The mapping as a person corrected it: field by column, "" for a column to be left out. */
    public ColumnMapping choose(ColumnMapping proposed, Map<Integer, String> chosen) {
        Map<Integer, String> byColumn = new TreeMap<>(proposed.byColumn());
        Set<Integer> ignored = new HashSet<>(proposed.ignored());
        chosen.forEach((column, field) -> {
            byColumn.remove(column);
            ignored.remove(column);
            if (field.isEmpty()) {
                ignored.add(column);
            } else {
                byColumn.values().removeIf(field::equals);
                byColumn.put(column, field);
            }
        });
        List<Proposal> proposals = byColumn.entrySet().stream()
                .map(e -> new Proposal(e.getKey(), proposed.header(e.getKey()), e.getValue(), how(proposed, e.getKey(), e.getValue())))
                .toList();
        return new ColumnMapping(proposed.firstDataRow(), proposed.headers(), byColumn, ignored.stream().sorted().toList(), required(byColumn), proposals);
    }

    private static How how(ColumnMapping proposed, int column, String field) {
        return proposed.proposals().stream()
                .filter(p -> p.column() == column && p.field().equals(field))
                .map(Proposal::how).findFirst().orElse(How.CHOSEN);
    }

    private ColumnMapping mapping(int firstDataRow, List<String> headers) {
        List<Candidate> candidates = new ArrayList<>();
        Map<Integer, String> byColumn = new TreeMap<>();
        List<Integer> ignored = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            String known = remembered.get(normal(headers.get(column)));
            if (known != null && known.isEmpty()) {
                ignored.add(column);
            } else {
                candidates.addAll(candidates(column, headers.get(column)));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed().thenComparingInt(Candidate::column));
        List<Proposal> proposals = new ArrayList<>();
        for (Candidate candidate : candidates) {
            if (!byColumn.containsKey(candidate.column()) && !byColumn.containsValue(candidate.field())) {
                byColumn.put(candidate.column(), candidate.field());
                proposals.add(new Proposal(candidate.column(), headers.get(candidate.column()), candidate.field(), candidate.how()));
            }
        }
        proposals.sort(Comparator.comparingInt(Proposal::column));
        return new ColumnMapping(firstDataRow, headers, byColumn, ignored, required(byColumn), proposals);
    }

    private record Candidate(int column, String field, How how, double score) {}

    private List<Candidate> candidates(int column, String header) {
        String text = normal(header);
        if (text.isEmpty() || text.length() > 40) {
            return List.of();
        }
        String known = remembered.get(text);
        Map<String, Candidate> best = new HashMap<>();
        for (TargetColumn target : targets) {
            if (target.key().equals(known)) {
                best.put(target.key(), new Candidate(column, target.key(), How.REMEMBERED, 200));
                continue;
            }
            for (String name : target.names()) {
                Candidate candidate = candidate(column, target.key(), text, normal(name));
                best.merge(target.key(), candidate, (a, b) -> a.score() >= b.score() ? a : b);
            }
        }
        // 销售额2026年4月 is one month of sales, not the field "sales".
        boolean month = MonthHeader.of(header).isPresent();
        return best.values().stream().filter(c -> c.score() >= (month ? 100 : 1)).toList();
    }

    private static Candidate candidate(int column, String field, String header, String name) {
        if (header.equals(name)) {
            return new Candidate(column, field, How.EXACT, 100);
        }
        double ratio = (double) Math.min(header.length(), name.length()) / Math.max(header.length(), name.length());
        boolean latin = name.chars().allMatch(c -> c < 0x250);
        boolean longEnough = Math.min(header.length(), name.length()) >= (latin ? 4 : 2);
        if (longEnough && ratio > 0.25 && (header.contains(name) || name.contains(header))) {
            // The head of a Chinese compound stands last: 联系人电话 is a telephone.
            double head = header.endsWith(name) ? 10 : 0;
            return new Candidate(column, field, How.CONTAINED, 50 + head + 30 * ratio);
        }
        double similar = 1 - (double) distance(header, name) / Math.max(header.length(), name.length());
        boolean close = similar >= (latin ? 0.8 : 0.75) && Math.min(header.length(), name.length()) >= (latin ? 5 : 3);
        return new Candidate(column, field, How.SIMILAR, close ? 45 * similar : 0);
    }

    /** Title lines match nothing or one name inside a sentence; a header matches several, mostly exactly. */
    private static double weight(ColumnMapping mapping) {
        double weight = mapping.proposals().stream().mapToDouble(p -> switch (p.how()) {
            case REMEMBERED, EXACT, CHOSEN -> 2;
            case CONTAINED -> 1;
            case SIMILAR -> 0.8;
        }).sum();
        return weight;
    }

    private List<String> required(Map<Integer, String> byColumn) {
        return targets.stream().filter(TargetColumn::required).map(TargetColumn::key)
                .filter(key -> !byColumn.containsValue(key)).toList();
    }

    private static List<String> headers(Row row) {
        return row.cells().stream().map(ColumnMatcher::header).toList();
    }

    private static List<String> joined(Row upper, Row lower) {
        int columns = Math.max(upper.cells().size(), lower.cells().size());
        return IntStream.range(0, columns)
                .mapToObj(c -> lower.cell(c).blank() ? header(upper.cell(c)) : header(lower.cell(c)))
                .toList();
    }

    private static String header(Cell cell) {
        return TextCleaner.line(cell.shown());
    }

    /** A header without width, case, script, blanks, units in brackets, asterisks and other decoration. */
    static String normal(String header) {
        String text = Script.simplified(Normalizer.normalize(header, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        String bare = text.replaceAll("[(\\[【〔{][^)\\]】〕}]*[)\\]】〕}]", "").replaceAll("[^\\p{L}\\p{N}%#]", "");
        return bare.isEmpty() ? text.replaceAll("[^\\p{L}\\p{N}%#]", "") : bare;
    }

    private static int distance(String a, String b) {
        int[] previous = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
