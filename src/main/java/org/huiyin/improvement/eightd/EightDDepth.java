package org.huiyin.improvement.eightd;

import java.util.EnumSet;
import java.util.Set;

/** How much a problem asks for: one cause, one measure, one verification (D24), or all of D0 to D8 (001/5.2.2.4). */
public enum EightDDepth {
    LIGHT(EnumSet.of(EightDStep.D2, EightDStep.D4, EightDStep.D5, EightDStep.D6, EightDStep.D8)),
    FULL(EnumSet.allOf(EightDStep.class));

    private final Set<EightDStep> required;

    EightDDepth(Set<EightDStep> required) {
        this.required = required;
    }

    /** Whether the 8D cannot be closed without this step. */
    public boolean asks(EightDStep step) {
        return required.contains(step);
    }
}
