package org.huiyin.campaign;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The parts of the section "sampling" beside the shares: what counts as covered and whether the file must be complete (D10, 001/5.4.1). */
record SampleOptions(@Nullable String coverageBy, @Nullable Boolean needsFile) {

    static final String SECTION = "sampling";

    /** Whether an invitation covers a customer already; by default only an answer does. */
    boolean byInvitation() {
        return coverageBy != null && coverageBy.toUpperCase(Locale.ROOT).startsWith("INVIT");
    }

    boolean fileNeeded() {
        return needsFile == null || needsFile;
    }
}
