package org.huiyin.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.huiyin.analysis.RoundResult.Dimension;
import org.huiyin.analysis.RoundResult.ItemImportance;
import org.huiyin.analysis.RoundResult.ItemResult;
import org.huiyin.analysis.RoundResult.Remarks;
import org.huiyin.analysis.RoundResult.Slice;
import org.huiyin.analysis.StratifiedIndex.Line;

/**
 * Covers the figures of a confidential round that so few answers make that one could tell who gave them; where a single
 * part is covered its smallest neighbour is too, so that nobody subtracts it out of the whole (decision D36).
 */
final class Veil {

    private final int minimum;

    Veil(int minimum) {
        this.minimum = minimum;
    }

    RoundResult over(RoundResult result) {
        boolean enough = result.index().answered() >= minimum;
        return new RoundResult(result.round(), result.profileVersion(), result.questionnaireVersion(), result.knownUntil(), result.validity(),
                result.invited(), result.answeredInvitations(), over(result.index(), enough), enough ? result.bands() : Map.of(),
                result.items().stream().map(this::over).toList(), slices(result), new Remarks(result.remarks().count(), List.of()),
                result.importances().stream().map(this::over).toList(), enough ? result.bySales() : null);
    }

    private ItemImportance over(ItemImportance item) {
        var derived = item.derived();
        return new ItemImportance(item.item(), item.answers(), item.answers() >= minimum ? item.stated() : null,
                derived != null && derived.answers() >= minimum ? derived : null);
    }

    ItemResult over(ItemResult item) {
        return item.given() >= minimum ? item
                : new ItemResult(item.item(), item.weight(), new LinkedHashMap<>(), item.notApplicable(), item.unanswered(), null, 0);
    }

    private StratifiedIndex over(StratifiedIndex index, boolean enough) {
        var hidden = hidden(index.lines().stream().filter(line -> line.answered() > 0).toList(), Line::answered);
        var lines = index.lines().stream().map(line -> hidden.contains(line)
                ? new Line(line.code(), line.population(), line.invited(), line.answered(), null, null, line.weight(), line.pooledVariance(), line.exempt())
                : line).toList();
        return new StratifiedIndex(enough ? index.mean() : null, enough ? index.interval() : null, enough && hidden.isEmpty() ? index.plainMean() : null,
                enough ? index.bounds() : null, index.population(), index.answered(), lines, index.notes());
    }

    private List<Slice> slices(RoundResult result) {
        List<Slice> shown = new ArrayList<>();
        for (Dimension dimension : Dimension.values()) {
            var slices = result.slices(dimension);
            var hidden = hidden(slices, Slice::answers);
            if (dimension != Dimension.INTERVIEWER) {
                slices.forEach(slice -> shown.add(hidden.contains(slice)
                        ? new Slice(dimension, slice.key(), slice.answers(), slice.customers(), null, null) : slice));
            }
        }
        return shown;
    }

    private <T> Set<T> hidden(List<T> parts, ToIntFunction<T> answers) {
        Set<T> hidden = new HashSet<>(parts.stream().filter(part -> answers.applyAsInt(part) < minimum).toList());
        if (hidden.size() == 1) {
            parts.stream().filter(part -> !hidden.contains(part)).min(Comparator.comparingInt(answers)).ifPresent(hidden::add);
        }
        return hidden;
    }
}
