package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/** What complaints cost by the day of each cost; net is costs less what was recovered (IATF 16949:2016 9.3.2.1 a). */
public record Costs(List<Entry> entries, Sum before) {

    /**
     * One cost.
     *
     * @param proof the number of the record that proves it; empty for what was typed on the complaint
     * @param path where that record is read, below the company's address
     */
    public record Entry(ComplaintId complaint, String number, String words, @Nullable CustomerId customer, String customerName, CostKind kind, BigDecimal amount, LocalDate day,
            String proof, String path) {}

    /** Costs, what of them was recovered (zero or below), and how many entries that is. */
    public record Sum(BigDecimal cost, BigDecimal recovered, int entries) {

        static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        public BigDecimal net() {
            return cost.add(recovered);
        }

        Sum plus(Entry e) {
            return e.amount().signum() < 0 ? new Sum(cost, recovered.add(e.amount()), entries + 1) : new Sum(cost.add(e.amount()), recovered, entries + 1);
        }
    }

    public Costs {
        entries = List.copyOf(entries);
    }

    static Sum sum(List<Entry> entries) {
        return entries.stream().reduce(Sum.NONE, Sum::plus, (a, b) -> new Sum(a.cost().add(b.cost()), a.recovered().add(b.recovered()), a.entries() + b.entries()));
    }

    public Sum total() {
        return sum(entries);
    }

    public Map<CostKind, Sum> byKind() {
        return grouped(Entry::kind);
    }

    public Map<YearMonth, Sum> byMonth() {
        return grouped(e -> YearMonth.from(e.day()));
    }

    /** A group with its entries' first one, for names. */
    public record Group(Entry first, Sum sum) {}

    /** The customers, what cost most net first. */
    public List<Group> byCustomer() {
        return ranked(e -> e.customer() == null ? "" : e.customer().value().toString());
    }

    /** The complaints, what cost most net first. */
    public List<Group> byComplaint() {
        return ranked(e -> e.complaint().value().toString());
    }

    private List<Group> ranked(Function<Entry, String> key) {
        Map<String, Entry> firsts = new LinkedHashMap<>();
        entries.forEach(e -> firsts.putIfAbsent(key.apply(e), e));
        var groups = new ArrayList<Group>();
        grouped(key).forEach((k, sum) -> groups.add(new Group(java.util.Objects.requireNonNull(firsts.get(k)), sum)));
        groups.sort(Comparator.comparing((Group g) -> g.sum().net()).reversed().thenComparing(g -> g.first().number()));
        return groups;
    }

    private <K> Map<K, Sum> grouped(Function<Entry, K> key) {
        Map<K, Sum> sums = new TreeMap<>();
        entries.forEach(e -> sums.merge(key.apply(e), Sum.NONE.plus(e), (a, b) -> a.plus(e)));
        return sums;
    }
}
