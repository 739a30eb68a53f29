package org.huiyin.returns;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * Goods that came without being announced (001/5.3.2).
 *
 * @param words what the warehouse sees of them, or what the driver said
 */
public record NewArrival(@Nullable CustomerId customer, String sender, LocalDate day, String place, String words, boolean keepLots, List<Line> lines) {

    public NewArrival {
        sender = sender.strip();
        place = place.strip();
        words = words.strip();
        lines = lines.stream().filter(line -> !line.empty()).toList();
    }

    /** What came: stated is what the customer's paper says, nothing where no paper came; counted may be 0 and must not be blank. */
    public record Line(String part, String lot, String serial, @Nullable BigDecimal stated, @Nullable BigDecimal counted, String unit) {

        public Line {
            part = part.strip();
            lot = lot.strip();
            serial = serial.strip();
            unit = unit.strip();
        }

        public boolean empty() {
            return (part + lot + serial + unit).isEmpty() && stated == null && counted == null;
        }
    }
}
