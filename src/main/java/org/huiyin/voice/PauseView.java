package org.huiyin.voice;

import java.time.Instant;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A time in which a promise stood still, who stopped it and why. */
public record PauseView(Instant from, @Nullable Instant to, String reason, PersonId by) {

    Pause pause() {
        return new Pause(from, to, reason);
    }
}
