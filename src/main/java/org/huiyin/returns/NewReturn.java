package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A return that we allow before the goods come (001/5.3.1).
 *
 * @param complaint what the customer complained of; where there is none, one is made (001/5.3.5)
 * @param sender who sends, where it is no customer of the list
 * @param keepLots whether lots that seem to be of another part are kept as told
 */
public record NewReturn(
        @Nullable ComplaintId complaint,
        @Nullable CustomerId customer,
        String sender,
        @Nullable LocalDate fetchOn,
        @Nullable LocalDate backBy,
        String address,
        String reason,
        boolean keepLots,
        List<Line> lines) {

    public NewReturn {
        sender = sender.strip();
        address = address.strip();
        reason = reason.strip();
        lines = lines.stream().filter(line -> !line.empty()).toList();
    }

    /** What stands on the slip. */
    public record Line(String part, String partName, String lot, String serial, @Nullable BigDecimal quantity, String unit) {

        public Line {
            part = part.strip();
            partName = partName.strip();
            lot = lot.strip();
            serial = serial.strip();
            unit = unit.strip();
        }

        public boolean empty() {
            return (part + partName + lot + serial + unit).isEmpty() && quantity == null;
        }
    }
}
