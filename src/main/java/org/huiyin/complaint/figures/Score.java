package org.huiyin.complaint.figures;

import java.math.BigDecimal;
import org.huiyin.complaint.Measure;
import org.jspecify.annotations.Nullable;

/** How many complaints a measure counts out of how many, in the period and in the one before. */
public record Score(Measure measure, long count, long of, long before, long ofBefore) {

    /** The share; nothing where there is nothing to divide by. */
    public @Nullable BigDecimal share() {
        return of == 0 ? null : Pareto.share(count, of);
    }

    public @Nullable BigDecimal shareBefore() {
        return ofBefore == 0 ? null : Pareto.share(before, ofBefore);
    }
}
