package org.huiyin.voice;

import java.util.List;
import java.util.Map;

/** The section "clock" of the profile: a rule for each kind of voice and which source of a date wins. */
record ClockSection(String afterHours, List<Precedence.Source> precedence, Map<String, ClockRule> rules) {

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
