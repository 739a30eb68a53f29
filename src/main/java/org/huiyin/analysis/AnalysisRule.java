package org.huiyin.analysis;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import org.huiyin.kernel.Share;
import org.jspecify.annotations.Nullable;

/**
 * The section "analysis" of the profile (003/5.1; decisions D13, D14, D31, D36).
 *
 * @param kinds which analyses the procedure asks for
 * @param index whether the sales-weighted mean stands beside the index
 * @param contactWeights whether the contacts of a customer count by their weights or alike
 * @param confidence of all intervals, between 0 and 1
 * @param target the index that the company wants to reach
 * @param minimumReturn the part of the asked that must answer
 * @param minimumShown from how many answers a mean is shown to readers who may not know names
 * @param derivedImportanceFrom from how many answers importance is derived from the overall mark
 */
public record AnalysisRule(
        @Nullable Set<Kind> kinds,
        @Nullable Weighting index,
        @Nullable ContactWeights contactWeights,
        @Nullable BigDecimal confidence,
        @Nullable BigDecimal target,
        @Nullable Share minimumReturn,
        @Nullable Integer minimumShown,
        @Nullable Integer derivedImportanceFrom) {

    static final String SECTION = "analysis";

    /** What can be analysed. */
    public enum Kind {
        STRATA,
        TREND,
        COMPETITOR,
        IPA
    }

    /** By what the index weighs; sales never replace the classes but stand beside them (D14). */
    public enum Weighting {
        STRATUM_WEIGHTED,
        SALES_WEIGHTED
    }

    /** How the contacts of a customer are brought together. */
    public enum ContactWeights {
        WEIGHTED,
        EQUAL
    }

    public AnalysisRule {
        kinds = Set.copyOf(Objects.requireNonNullElse(kinds, Set.of()));
    }

    public boolean asks(Kind kind) {
        return kinds != null && kinds.contains(kind);
    }

    public boolean bySales() {
        return index == Weighting.SALES_WEIGHTED;
    }

    public boolean equalContacts() {
        return contactWeights == ContactWeights.EQUAL;
    }

    public double level() {
        return confidence == null ? 0.95 : confidence.doubleValue();
    }

    public int fewestShown() {
        return Objects.requireNonNullElse(minimumShown, 3);
    }

    public int answersForDerived() {
        return Objects.requireNonNullElse(derivedImportanceFrom, 20);
    }
}
