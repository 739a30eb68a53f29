package org.huiyin.voice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** How promises of every kind were kept, closed cases included: by kind, by month of the due date, by owner (decision D32). */
public record PromiseRates(LocalDate from, LocalDate to, List<Row> rows) {

    /** The figures of one kind, month and owner. */
    public record Row(PromiseKind kind, YearMonth month, @Nullable PersonId owner, EchoRate.Count count) {}

    public PromiseRates {
        rows = List.copyOf(rows);
    }

    public EchoRate.Count all() {
        return rows.stream().map(Row::count).reduce(EchoRate.Count.NONE, EchoRate.Count::plus);
    }

    public Map<PromiseKind, EchoRate.Count> byKind() {
        return sums(Row::kind);
    }

    public Map<YearMonth, EchoRate.Count> byMonth() {
        return sums(Row::month);
    }

    /** By owner; what nobody owns stands under the program's own name. */
    public Map<PersonId, EchoRate.Count> byOwner() {
        Map<PersonId, EchoRate.Count> sums = new java.util.LinkedHashMap<>();
        rows.forEach(row -> sums.merge(row.owner() == null ? PersonId.SYSTEM : row.owner(), row.count(), EchoRate.Count::plus));
        return sums;
    }

    private <K extends Comparable<K>> Map<K, EchoRate.Count> sums(Function<Row, K> key) {
        Map<K, EchoRate.Count> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(key.apply(row), row.count(), EchoRate.Count::plus));
        return sums;
    }
}
