package org.huiyin.voice;

import java.util.Map;
import org.huiyin.procedure.ProfileVersion;

/** Clocks that stand in other sections of the profile, such as the stages of an 8D; a customer may have agreed on his own for each of them (D6). */
public interface ClockRules {

    /** By the key under which a rule of the customer goes before it. */
    Map<String, ClockRule> of(ProfileVersion profile);
}
