package org.huiyin.improvement;

import java.util.List;
import java.util.Set;

/** The section "improvement" of the profile: days, depth of the whys, levels of escalation, the gate before closing. */
public record ImprovementSection(
        int firstResponseDays,
        int dueDays,
        int whyLevels,
        boolean toldCustomerRequired,
        List<Level> escalation,
        int effectDays,
        int effectLots,
        int effectMaximumDays,
        int reopenDays) {

    /** Who is told when a promise has been late for so many working days. */
    public record Level(int afterDays, Set<String> roles) {}
}
