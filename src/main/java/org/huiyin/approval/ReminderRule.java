package org.huiyin.approval;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** After how many days a step is said again; the profile may say otherwise. */
@Component
class ReminderRule {

    private static final List<Integer> USUAL = List.of(2, 5, 10);

    List<Integer> days(UUID profileVersion) {
        return USUAL;
    }
}
