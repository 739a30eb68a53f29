package org.huiyin.customer.grading;

import org.huiyin.kernel.Grade;
import org.jspecify.annotations.Nullable;

/** One criterion of one class held against one customer: what was needed, what he had (unknown where missing), and whether it is met. */
public record ProofRow(Grade grade, String criterion, String figure, String needed, @Nullable String had, boolean met) {

    public boolean isKnown() {
        return had != null;
    }
}
