package org.huiyin.improvement.eightd;

import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.procedure.ProfileVersion;
import org.huiyin.voice.ClockRule;
import org.huiyin.voice.ClockRules;
import org.springframework.stereotype.Component;

/** Lets a customer have dates of his own for the stages of an 8D (customer-specific requirements, D6). */
@Component
class StageRules implements ClockRules {

    @Override
    public Map<String, ClockRule> of(ProfileVersion profile) {
        Map<String, ClockRule> rules = new LinkedHashMap<>();
        if (profile.module("complaint")) {
            EightDRules.of(profile).stages().forEach((step, rule) -> rules.put(Stages.key(step), rule));
        }
        return rules;
    }
}
