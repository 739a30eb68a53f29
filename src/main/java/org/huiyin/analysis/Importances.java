package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.analysis.FoldStore.Moving;
import org.huiyin.analysis.FoldStore.Worth;
import org.huiyin.analysis.RoundResult.ItemImportance;
import org.huiyin.kernel.Decimals;
import org.huiyin.survey.ItemAnswer;
import org.huiyin.survey.ItemScore;
import org.huiyin.survey.QuestionItem;
import org.huiyin.survey.QuestionnaireVersion;
import org.huiyin.survey.ScoringRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How important each item is: as the customers say where the form asks them, and as it moves with their overall mark
 * (003/5.1). Both are counted over the answers, as the items are.
 */
@Component
class Importances {

    private static final String TOTAL = "TOTAL";

    private final FoldStore store;

    Importances(FoldStore store) {
        this.store = store;
    }

    /** Nothing where the form asks neither for importance nor for an overall mark. */
    List<ItemImportance> of(UUID round, QuestionnaireVersion form, ScoringRule scoring, AnalysisRule rule) {
        if (!form.asksImportance() && form.overallMark().isEmpty()) {
            return List.of();
        }
        var degrees = store.degrees(round, TOTAL, "");
        var moving = form.overallMark().map(overall -> moving(round, overall, degrees, scoring));
        List<ItemImportance> found = new ArrayList<>();
        for (String item : scoring.itemCodes()) {
            var given = form.importanceOf(item).map(asked -> marks(degrees.getOrDefault(asked.id(), Map.of()), scoring));
            var derived = moving.map(by -> derived(item, by.getOrDefault(item, new Moving(0, null)), rule)).orElse(null);
            found.add(new ItemImportance(item, given.map(Marks::answers).orElse(0), given.map(Marks::mean).orElse(null), derived));
        }
        return found;
    }

    private Map<String, Moving> moving(UUID round, QuestionItem overall, Map<String, Map<String, Integer>> degrees, ScoringRule scoring) {
        List<Worth> marks = new ArrayList<>();
        degrees.getOrDefault(overall.id(), Map.of()).keySet()
                .forEach(code -> scoring.markOf(code).ifPresent(mark -> marks.add(new Worth(overall.id(), code, mark))));
        List<Worth> items = new ArrayList<>();
        for (String item : scoring.itemCodes()) {
            degrees.getOrDefault(item, Map.of()).keySet()
                    .forEach(code -> worth(item, code, scoring).ifPresent(mark -> items.add(new Worth(item, code, mark))));
        }
        return store.movingWith(round, overall.id(), marks, items);
    }

    /** What the item earns by the answer, of 100. */
    private static Optional<BigDecimal> worth(String item, String code, ScoringRule scoring) {
        if (scoring.markOf(code).isEmpty()) {
            return Optional.empty();
        }
        var answer = scoring.scale().has(code) ? ItemAnswer.degree(item, code) : ItemAnswer.number(item, new BigDecimal(code));
        return scoring.score(List.of(answer)).item(item).map(ItemScore::score).map(score -> score.value());
    }

    private static DerivedImportance derived(String item, Moving moving, AnalysisRule rule) {
        return DerivedImportance.of(item, moving.answers(), moving.correlation(), rule.answersForDerived(), rule.level());
    }

    private record Marks(int answers, @Nullable BigDecimal mean) {}

    /** In the points of the scale where it has points, such as 9.0 of 10. */
    private static Marks marks(Map<String, Integer> counts, ScoringRule scoring) {
        int answers = 0;
        var sum = BigDecimal.ZERO;
        for (var entry : counts.entrySet()) {
            var mark = scoring.markOf(entry.getKey());
            if (mark.isPresent()) {
                answers += entry.getValue();
                sum = sum.add(mark.get().multiply(BigDecimal.valueOf(entry.getValue())));
            }
        }
        return new Marks(answers, answers == 0 ? null
                : Decimals.plain(sum.divide(scoring.unit().multiply(BigDecimal.valueOf(answers)), Decimals.EXACT)));
    }
}
