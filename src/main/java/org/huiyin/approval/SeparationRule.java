package org.huiyin.approval;

import java.util.UUID;
import org.huiyin.procedure.Procedures;
import org.springframework.stereotype.Component;

/** Whether one person may decide for two roles of one approval: only where the profile says so (decisions.md D34). */
@Component
class SeparationRule {

    private final Procedures procedures;

    SeparationRule(Procedures procedures) {
        this.procedures = procedures;
    }

    boolean oneForTwo(UUID profileVersion) {
        return procedures.byId(profileVersion).section("separation").path("onePersonTwoRoles").asBoolean(false);
    }
}
