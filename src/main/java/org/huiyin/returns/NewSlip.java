package org.huiyin.returns;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of a slip is to be other than it is (001/5.3.3).
 *
 * @param reason needed once something was counted or is removed
 * @param keepLots whether lots that seem to be of another part are kept as told
 */
public record NewSlip(List<Line> lines, String reason, boolean keepLots) {

    public NewSlip {
        lines = List.copyOf(lines);
        reason = reason.strip();
    }

    /** A line as it is to be; one without an id is added. */
    public record Line(@Nullable UUID line, NewReturn.Line says, boolean remove) {

        boolean nothing() {
            return line == null && (remove || says.empty());
        }
    }
}
