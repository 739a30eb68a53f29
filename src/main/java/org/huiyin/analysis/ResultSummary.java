package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.kernel.Decimals;
import org.huiyin.kernel.Score;
import org.huiyin.kernel.Sentence;
import org.huiyin.survey.BandRule;
import org.huiyin.survey.TriggerRule;
import org.jspecify.annotations.Nullable;

/** A result in three sentences for somebody who reads no tables: how good, whether better, and where it hurts. */
public final class ResultSummary {

    private ResultSummary() {}

    /** The sentences in the language of the item labels; the comparison is missing for the first round. */
    public static List<Sentence> of(ResultView view, Results.@Nullable Comparison comparison, int underLimit, String language) {
        Score mean = view.result().index().mean();
        if (mean == null) {
            return List.of(new Sentence("analysis.summary.none"));
        }
        List<Sentence> said = new ArrayList<>();
        var bands = view.form().profile().section("bands", BandRule.class);
        said.add(new Sentence("analysis.summary.index", mean.shown(), bands.bandOf(mean).label(), certainty(view.result().index(), bands)));
        said.add(change(comparison));
        said.add(weakest(view, underLimit, language));
        return said;
    }

    private static Sentence certainty(StratifiedIndex index, BandRule bands) {
        var interval = index.interval();
        Double lower = index.lower();
        Double upper = index.upper();
        if (interval == null || lower == null || upper == null) {
            return new Sentence("analysis.summary.noInterval");
        }
        if (interval.halfWidth() == 0) {
            return index.answered() < index.population()
                    ? new Sentence("analysis.summary.someClasses", index.answered(), index.population()) : new Sentence("analysis.summary.everybody");
        }
        var percent = Math.round(interval.confidence() * 100);
        return bands.bands().stream()
                .map(BandRule.Step::from)
                .filter(edge -> edge.doubleValue() > lower && edge.doubleValue() <= upper)
                .findFirst()
                .map(edge -> new Sentence("analysis.summary.crosses", percent, shown(lower), shown(upper), Decimals.plain(edge).toPlainString()))
                .orElseGet(() -> new Sentence("analysis.summary.within", percent, shown(lower), shown(upper)));
    }

    private static Sentence change(Results.@Nullable Comparison comparison) {
        if (comparison == null || comparison.before().result().index().mean() == null) {
            return new Sentence("analysis.summary.first");
        }
        var before = Objects.requireNonNull(comparison.before().result().index().mean());
        var verdict = comparison.verdict();
        return switch (verdict.verdict()) {
            case IMPROVED -> new Sentence("analysis.summary.improved", comparison.before().round().title(), before.shown(), points(verdict));
            case WORSENED -> new Sentence("analysis.summary.worsened", comparison.before().round().title(), before.shown(), points(verdict));
            case NO_PROOF -> new Sentence("analysis.summary.noProof", comparison.before().round().title(), before.shown());
        };
    }

    private static String points(RoundComparison verdict) {
        return verdict.difference() == null ? "" : shown(verdict.difference().abs().doubleValue());
    }

    private static Sentence weakest(ResultView view, int underLimit, String language) {
        var weakest = view.result().items().stream()
                .filter(item -> item.mean() != null)
                .min(Comparator.comparing((ItemResult item) -> Objects.requireNonNull(item.mean())));
        if (weakest.isEmpty()) {
            return new Sentence("analysis.summary.noItems");
        }
        var item = weakest.get();
        var limit = view.form().profile().section("triggers", TriggerRule.class).threshold();
        var name = view.label(item.item(), language);
        var mean = shown(Objects.requireNonNull(item.mean()).doubleValue());
        if (item.low() == 0 && (limit == null || underLimit == 0)) {
            return new Sentence("analysis.summary.fine", name, mean);
        }
        return limit == null
                ? new Sentence("analysis.summary.weak", name, mean, item.low())
                : new Sentence("analysis.summary.weakAndUnder", name, mean, item.low(), underLimit, Decimals.plain(limit).toPlainString());
    }

    /** One decimal, half up. */
    static String shown(double value) {
        return BigDecimal.valueOf(value).setScale(1, java.math.RoundingMode.HALF_UP).toPlainString();
    }
}
