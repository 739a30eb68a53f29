package org.huiyin.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a round as folded from its counted answers (001/5.4.3 to 5.4.5).
 *
 * @param knownUntil the moment up to which answers are in it
 * @param bands customers per band code, in the bands' order
 * @param items per item what was answered and the mean in percent of its weight
 * @param importance how important each item is, where the form asks
 * @param bySales the mean by sales, where the procedure wants it beside the index
 */
public record RoundResult(
        UUID round,
        UUID profileVersion,
        UUID questionnaireVersion,
        Instant knownUntil,
        Validity validity,
        int invited,
        int answeredInvitations,
        StratifiedIndex index,
        Map<String, Integer> bands,
        List<ItemResult> items,
        List<Slice> slices,
        Remarks remarks,
        @Nullable List<ItemImportance> importance,
        @Nullable SalesIndex bySales) {

    public RoundResult {
        bands = new java.util.LinkedHashMap<>(bands);
        items = List.copyOf(items);
        slices = List.copyOf(slices);
        importance = List.copyOf(java.util.Objects.requireNonNullElse(importance, List.of()));
    }

    /** How important the items are; empty where the form does not let one know. */
    public List<ItemImportance> importances() {
        return importance == null ? List.of() : importance;
    }

    /** The part of those asked who answered; missing while nobody was. */
    public @Nullable BigDecimal returned() {
        return invited == 0 ? null : BigDecimal.valueOf(answeredInvitations).divide(BigDecimal.valueOf(invited), org.huiyin.kernel.Decimals.EXACT);
    }

    /** The customers with a score. */
    public int customers() {
        return bands.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** The slices of one dimension. */
    public List<Slice> slices(Dimension dimension) {
        return slices.stream().filter(slice -> slice.dimension() == dimension).toList();
    }

    /** How many answers came with words, and the identities of a few, the least satisfied first. */
    public record Remarks(int count, List<UUID> worst) {

        public Remarks {
            worst = List.copyOf(worst);
        }
    }

    /**
     * How important an item is.
     *
     * @param answers how many said so themselves
     * @param stated their mean, in the points of the scale
     * @param derived from the overall mark; missing where the form does not ask for one
     */
    public record ItemImportance(String item, int answers, @Nullable BigDecimal stated, @Nullable DerivedImportance derived) {}

    /** The mean of the customers by what they bought from one month to another; never instead of the index (D14). */
    public record SalesIndex(
            org.huiyin.kernel.@Nullable Score mean, int customers, int without, java.time.YearMonth from, java.time.YearMonth to) {}

    /** By what a result can be cut. */
    public enum Dimension {
        CLASS,
        SEGMENT,
        REGION,
        CHANNEL,
        INTERVIEWER
    }

    /**
     * One item over all counted answers.
     *
     * @param degrees answers per degree or number
     * @param mean points earned as percent of the item's weight; missing when nobody answered it
     */
    public record ItemResult(
            String item,
            BigDecimal weight,
            Map<String, Integer> degrees,
            int notApplicable,
            int unanswered,
            @Nullable BigDecimal mean,
            int low) {

        public ItemResult {
            degrees = new java.util.LinkedHashMap<>(degrees);
        }

        /** How many gave a degree. */
        public int given() {
            return degrees.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** One slice of a dimension: plain mean over its customers, for channels and interviewers over its answers. */
    public record Slice(
            Dimension dimension, String key, int answers, int customers, @Nullable BigDecimal mean, @Nullable BigDecimal deviation) {}
}
