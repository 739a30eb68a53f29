package org.huiyin.complaint;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a complaint.
 *
 * @param lotDoubtful whether the lot is not one of the part, as far as we know, and was kept as told
 * @param defectName the name of the defect in the catalogue, or its words
 */
public record LineView(
        UUID id,
        int position,
        String part,
        String partName,
        String lot,
        boolean lotDoubtful,
        String serial,
        @Nullable BigDecimal quantity,
        String unit,
        String defect,
        String defectName,
        String foundAt,
        @Nullable Integer mileage,
        String vin) {

    /** Part and defect in one, such as a title needs it. */
    public String shown() {
        String named = partName.isEmpty() ? part : partName;
        return named.isEmpty() ? defectName : defectName.isEmpty() ? named : named + " " + defectName;
    }
}
