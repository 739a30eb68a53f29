package org.huiyin.approval;

import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether one person may decide for two roles of one approval (decisions.md D34); without a word of the profile she may not. */
@Component
class SeparationRule {

    boolean oneForTwo(UUID profileVersion) {
        return false;
    }
}
