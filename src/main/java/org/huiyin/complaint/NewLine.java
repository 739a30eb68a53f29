package org.huiyin.complaint;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A part, lot or piece that a complaint is about; what is unknown is empty.
 *
 * @param defect a code of the catalogue, or the words in which the customer named it
 */
public record NewLine(
        String part,
        String partName,
        String lot,
        String serial,
        @Nullable BigDecimal quantity,
        String unit,
        String defect,
        String foundAt,
        @Nullable Integer mileage,
        String vin) {

    public NewLine {
        part = part.strip();
        partName = partName.strip();
        lot = lot.strip();
        serial = serial.strip();
        unit = unit.strip();
        defect = defect.strip();
        foundAt = foundAt.strip();
        vin = vin.strip();
    }

    /** A line of which only part, lot, quantity and defect are known. */
    public static NewLine of(String part, String lot, @Nullable BigDecimal quantity, String unit, String defect) {
        return new NewLine(part, "", lot, "", quantity, unit, defect, "", null, "");
    }

    public boolean empty() {
        return part.isEmpty() && partName.isEmpty() && lot.isEmpty() && serial.isEmpty() && quantity == null && defect.isEmpty()
                && foundAt.isEmpty() && mileage == null && vin.isEmpty();
    }
}
