package org.huiyin.campaign;

import org.jspecify.annotations.Nullable;

/**
 * The parts of the section "sampling" beside the shares: what the rotation remembers a customer by, what counts as covered
 * and whether the file must be complete (D9, D10, 001/5.4.1).
 */
record SampleOptions(@Nullable Memory memory, @Nullable CoverageBy coverageBy, @Nullable Boolean needsFile) {

    static final String SECTION = "sampling";

    /** Whether an answer is remembered wherever the customer stands now, or only on the list of the class in which it was given. */
    enum Memory {
        CUSTOMER,
        CLASS_LIST
    }

    /** Whether it takes an answer to cover a customer, or the invitation is enough. */
    enum CoverageBy {
        RESPONSE,
        INVITATION
    }

    boolean byInvitation() {
        return coverageBy == CoverageBy.INVITATION;
    }

    boolean byClass() {
        return memory == Memory.CLASS_LIST;
    }

    boolean fileNeeded() {
        return needsFile == null || needsFile;
    }
}
