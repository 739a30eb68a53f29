package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.analysis.Quadrants.Factor;
import org.huiyin.analysis.Quadrants.Quadrant;
import org.huiyin.analysis.RoundResult.ItemImportance;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The items of a round by importance and satisfaction, one way of knowing the importance at a time; or the sentence that
 * says why there is no such chart (003/5.1, T-IPA).
 */
public record ImportanceChart(Way way, @Nullable Quadrants quadrants, List<Row> rows, @Nullable Sentence missing) {

    /** How the importance is known. */
    public enum Way {
        STATED,
        DERIVED
    }

    /**
     * One item.
     *
     * @param satisfaction its mean in the points of the scale, or in percent where the scale has no points
     * @param answers how many answers the importance rests on
     * @param derived with its interval, or why it is not shown
     */
    public record Row(String item, @Nullable BigDecimal satisfaction, @Nullable BigDecimal importance, int answers,
            @Nullable DerivedImportance derived, @Nullable Quadrant quadrant) {}

    private static final int FEWEST_ITEMS = 2;

    public ImportanceChart {
        rows = List.copyOf(rows);
    }

    /** The chart of a result; empty of quadrants where the form does not ask, or too few have answered. */
    public static ImportanceChart of(ResultView view, Way way) {
        Map<String, ItemImportance> importance = new HashMap<>();
        view.result().importances().forEach(item -> importance.put(item.item(), item));
        var unit = view.form().scoring().unit();
        List<Row> rows = new ArrayList<>();
        List<Factor> factors = new ArrayList<>();
        for (ItemResult item : view.result().items()) {
            var row = row(item, importance.get(item.item()), unit, way);
            rows.add(row);
            if (row.satisfaction() != null && row.importance() != null) {
                factors.add(new Factor(row.item(), row.importance(), row.satisfaction()));
            }
        }
        if (factors.size() < FEWEST_ITEMS) {
            return new ImportanceChart(way, null, rows, why(view, way, rows));
        }
        var quadrants = Quadrants.of(factors);
        return new ImportanceChart(way, quadrants, placed(rows, quadrants), null);
    }

    private static Row row(ItemResult item, @Nullable ItemImportance importance, BigDecimal unit, Way way) {
        var satisfaction = item.mean() == null ? null : Decimals.plain(item.mean().divide(unit, Decimals.EXACT));
        var derived = importance == null ? null : importance.derived();
        if (way == Way.DERIVED) {
            var r = derived == null || derived.correlation() == null ? null : BigDecimal.valueOf(derived.correlation());
            return new Row(item.item(), satisfaction, r, derived == null ? 0 : derived.answers(), derived, null);
        }
        return new Row(item.item(), satisfaction, importance == null ? null : importance.stated(),
                importance == null ? 0 : importance.answers(), null, null);
    }

    private static List<Row> placed(List<Row> rows, Quadrants quadrants) {
        Map<String, Quadrant> places = new HashMap<>();
        quadrants.factors().forEach(placed -> places.put(placed.factor().code(), placed.quadrant()));
        return rows.stream()
                .map(row -> new Row(row.item(), row.satisfaction(), row.importance(), row.answers(), row.derived(), places.get(row.item())))
                .toList();
    }

    private static Sentence why(ResultView view, Way way, List<Row> rows) {
        if (way == Way.STATED) {
            return new Sentence(view.form().questionnaire().asksImportance() ? "analysis.importance.noAnswers" : "analysis.importance.notAsked");
        }
        if (view.form().questionnaire().overallMark().isEmpty()) {
            return new Sentence("analysis.importance.noOverall");
        }
        return rows.stream().map(Row::derived).filter(Objects::nonNull).map(derived -> Objects.requireNonNull(derived).disabled())
                .filter(Objects::nonNull).map(Objects::requireNonNull).findFirst()
                .orElseGet(() -> new Sentence("analysis.importance.noAnswers"));
    }
}
