package org.huiyin.sheets;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which column of a file holds which field. {@code firstDataRow} counts from 1 as the person sees it; {@code byColumn} counts columns from 0;
 * {@code ignored} are columns that a person left out on purpose.
 */
public record ColumnMapping(
        int firstDataRow, List<String> headers, Map<Integer, String> byColumn, List<Integer> ignored, List<String> missing, List<Proposal> proposals) {

    /** Why a column was proposed, so that the page can ask for a second look at the weaker ones. */
    public record Proposal(int column, String header, String field, How how) {}

    /** From surest to weakest. */
    public enum How { REMEMBERED, EXACT, CONTAINED, SIMILAR, CHOSEN }

    public ColumnMapping {
        headers = List.copyOf(headers);
        byColumn = Map.copyOf(byColumn);
        ignored = List.copyOf(ignored);
        missing = List.copyOf(missing);
        proposals = List.copyOf(proposals);
    }

    public Optional<Integer> column(String field) {
        return byColumn.entrySet().stream().filter(e -> e.getValue().equals(field)).map(Map.Entry::getKey).findFirst();
    }

    /** The cell of a field; blank when no column holds it. */
    public Cell cell(Row row, String field) {
        return column(field).map(row::cell).orElse(Cell.BLANK);
    }

    public String header(int column) {
        return column < headers.size() ? headers.get(column) : "";
    }

    /** The unit that the field's header states (万元), or one. */
    public Unit unit(String field) {
        return column(field).map(this::header).map(Unit::ofHeader).orElse(Unit.ONE);
    }

    /** Columns with a header that hold no field and were not left out on purpose. */
    public List<Integer> unmatched() {
        return java.util.stream.IntStream.range(0, headers.size()).boxed()
                .filter(c -> !headers.get(c).isBlank() && !byColumn.containsKey(c) && !ignored.contains(c))
                .toList();
    }

    /** Unmatched columns whose header is a month (2026-04, 2026年4月, 销售额2026年4月(万元)), in order of the months. */
    public Map<YearMonth, Integer> months() {
        Map<YearMonth, Integer> months = new TreeMap<>();
        for (int column : unmatched()) {
            MonthHeader.of(headers.get(column)).ifPresent(month -> months.putIfAbsent(month, column));
        }
        return months;
    }

    /** What is worth keeping for the next file of this person: field by normalised header, "" for a column left out. */
    public Map<String, String> remembered() {
        Map<String, String> kept = new LinkedHashMap<>();
        byColumn.forEach((column, field) -> kept.put(ColumnMatcher.normal(header(column)), field));
        ignored.forEach(column -> kept.put(ColumnMatcher.normal(header(column)), ""));
        kept.remove("");
        return kept;
    }
}
