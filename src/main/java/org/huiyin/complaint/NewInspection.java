package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inspection or test record of a lot (004/5.5, 5.6).
 *
 * @param source the supplier of a purchased part, the plant of a self-made one
 * @param document the number of the record
 */
public record NewInspection(InspectionKind kind, String source, String part, String partName, String lot, LocalDate day, InspectionResult result, @Nullable BigDecimal quantity,
        @Nullable BigDecimal defective, String document, String inspector, String note) {

    public NewInspection {
        source = source.strip();
        part = part.strip();
        partName = partName.strip();
        lot = lot.strip();
        document = document.strip();
        inspector = inspector.strip();
        note = note.strip();
    }
}
