package org.huiyin.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole chain found.
 *
 * @param checked entries whose content and place were recomputed
 * @param waiting entries of the last second that have no place yet
 * @param findings the first hundred; {@code found} counts all
 */
public record Verification(
        Instant at, long checked, long waiting, long heads, @Nullable Head head, long found, List<Finding> findings) {

    public boolean intact() {
        return found == 0;
    }
}
