package org.huiyin.analysis.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.huiyin.analysis.Quadrants;
import org.huiyin.analysis.Quadrants.Factor;
import org.huiyin.analysis.Quadrants.Quadrant;

/** Where a point lies on the drawing of the quadrants; a little air is left around the outermost ones. */
public record Field(double lowX, double highX, double lowY, double highY) {

    private static final double LEFT = 44;
    private static final double TOP = 14;
    private static final double WIDTH = 420;
    private static final double HEIGHT = 272;
    private static final double AIR = 0.12;

    /** The field in which all points and both cuts lie. */
    public static Field of(Quadrants quadrants) {
        var factors = quadrants.factors().stream().map(Quadrants.Placed::factor).toList();
        var x = range(factors, Factor::satisfaction, quadrants.satisfactionCut());
        var y = range(factors, Factor::importance, quadrants.importanceCut());
        return new Field(x[0], x[1], y[0], y[1]);
    }

    private static double[] range(List<Factor> factors, Function<Factor, BigDecimal> of, BigDecimal cut) {
        double low = factors.stream().mapToDouble(f -> of.apply(f).doubleValue()).min().orElse(cut.doubleValue());
        double high = factors.stream().mapToDouble(f -> of.apply(f).doubleValue()).max().orElse(cut.doubleValue());
        double air = Math.max((high - low) * AIR, 0.05);
        return new double[] {low - air, high + air};
    }

    public double x(BigDecimal satisfaction) {
        return tenth(LEFT + WIDTH * (satisfaction.doubleValue() - lowX) / (highX - lowX));
    }

    public double y(BigDecimal importance) {
        return tenth(TOP + HEIGHT - HEIGHT * (importance.doubleValue() - lowY) / (highY - lowY));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A square, a circle, a triangle or a diamond, so that the drawing needs no colours. */
    public static String shape(Quadrant quadrant, double x, double y) {
        return switch (quadrant) {
            case FOCUS_IMPROVEMENT -> path("M%s %sh10v10h-10z", x - 5, y - 5);
            case KEEP_STABLE -> path("M%s %sa5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", x - 5, y);
            case POSSIBLE_OVERKILL -> path("M%s %sl6 10h-12z", x, y - 6);
            case LOW_PRIORITY -> path("M%s %sl6 6l-6 6l-6 -6z", x, y - 6);
        };
    }

    private static String path(String form, double x, double y) {
        return String.format(Locale.ROOT, form, tenth(x), tenth(y));
    }
}
