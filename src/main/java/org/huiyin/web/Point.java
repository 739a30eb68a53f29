package org.huiyin.web;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point of a small trend chart, with the ends of its interval; a value that is not there yet is drawn as an open box. */
public record Point(String label, @Nullable Double value, @Nullable Double low, @Nullable Double high) {

    private static final double LEAST = 20;

    public static Point of(String label, double value, double low, double high) {
        return new Point(label, value, low, high);
    }

    public static Point missing(String label) {
        return new Point(label, null, null, null);
    }

    /** The tens between which all points, their intervals and the aim have room; an interval that says nothing takes the whole scale. */
    public static double[] axis(List<Point> points, @Nullable Double aim) {
        var all = new DoubleSummaryStatistics();
        take(all, aim);
        for (Point point : points) {
            take(all, point.value);
            take(all, point.low);
            take(all, point.high);
        }
        if (all.getCount() == 0) {
            return new double[] {0, 100};
        }
        double high = 10 * Math.ceil(all.getMax() / 10);
        double low = Math.min(10 * Math.floor(all.getMin() / 10), Math.max(0, high - LEAST));
        return new double[] {low, Math.max(high, low + LEAST)};
    }

    private static void take(DoubleSummaryStatistics all, @Nullable Double value) {
        if (value != null) {
            all.accept(value);
        }
    }
}
