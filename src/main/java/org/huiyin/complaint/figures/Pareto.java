package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Complaints by one axis, the most frequent first. A complaint counts once for each defect (part, cause) that it names, so that each
 * bar is exactly the complaints behind it; the bars add up to the mentions.
 *
 * @param complaints how many complaints there are
 * @param mentions the sum of all bars
 */
public record Pareto(Axis axis, List<Bar> bars, long complaints, long mentions, long mentionsBefore) {

    /**
     * One bar.
     *
     * @param key as the register filters by it; empty where nothing is named
     * @param listed whether the catalogue knows it; words without a code are none
     * @param cumulated the share of this bar and all before it
     */
    public record Bar(String key, String name, boolean listed, long count, long before, BigDecimal share, BigDecimal cumulated) {}

    /** What was counted of one key. */
    record Counted(String key, String name, boolean listed, long count) {}

    public Pareto {
        bars = List.copyOf(bars);
    }

    static Pareto of(Axis axis, List<Counted> counted, java.util.Map<String, Long> before, long complaints) {
        long all = counted.stream().mapToLong(Counted::count).sum();
        var bars = new ArrayList<Bar>();
        long sum = 0;
        for (Counted one : counted) {
            sum += one.count();
            bars.add(new Bar(one.key(), one.name(), one.listed(), one.count(), before.getOrDefault(one.key(), 0L), share(one.count(), all), share(sum, all)));
        }
        return new Pareto(axis, bars, complaints, all, before.values().stream().mapToLong(Long::longValue).sum());
    }

    static BigDecimal share(long part, long all) {
        return all == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    /** The bars that are drawn; the long tail behind them is one bar of its own. */
    public List<Bar> head(int most) {
        return bars.size() <= most + 1 ? bars : bars.subList(0, most);
    }

    /** How many mentions stand in the tail behind the head. */
    public long tail(int most) {
        return mentions - head(most).stream().mapToLong(Bar::count).sum();
    }
}
