package org.huiyin.voice;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The section "clock" of the profile: a rule for each kind of voice and which source of a date wins; how many business hours
 * before the end its owner is reminded, and who hears of a late promise. Profiles of earlier releases say nothing of those two.
 */
record ClockSection(String afterHours, List<Precedence.Source> precedence, Map<String, ClockRule> rules,
        @Nullable Integer remindHours, @Nullable List<Level> escalation) {

    /** Who is told when a promise has been late for so many working days. */
    record Level(int afterDays, Set<String> roles) {}

    boolean nextOpening() {
        return !"AT_ONCE".equals(afterHours);
    }

    List<Level> levels() {
        return escalation == null ? List.of() : escalation;
    }

    ClockRule rule(String kind) {
        ClockRule rule = rules.get(kind);
        if (rule == null) {
            rule = rules.get("OTHER");
        }
        if (rule == null) {
            throw new IllegalStateException("the profile has no clock for " + kind);
        }
        return rule;
    }
}
