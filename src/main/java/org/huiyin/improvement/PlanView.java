package org.huiyin.improvement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.PersonId;

/** A comprehensive improvement plan with the actions that it collects (001/5.4.6.3). */
public record PlanView(UUID id, String number, String title, String opinion, PersonId madeBy, Instant madeAt, UUID profileVersion, List<ActionView> actions) {

    public PlanView {
        actions = List.copyOf(actions);
    }
}
