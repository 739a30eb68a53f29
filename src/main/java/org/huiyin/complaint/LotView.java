package org.huiyin.complaint;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.improvement.eightd.EightDView;
import org.jspecify.annotations.Nullable;

/** All that is known of a lot, from its inspection to what customers said. */
public record LotView(String lot, String part, List<LotRow> parts, List<InspectionView> inspections, List<Shipment> shipments, List<ComplaintView> complaints,
        List<EightDView> eightDs, List<LotTrace.Entry> others) {

    /** What went out of it. */
    public record Shipment(LocalDate day, @Nullable String customer, String part, BigDecimal quantity, String unit, String note) {}

    public boolean unknown() {
        return parts.isEmpty() && inspections.isEmpty() && shipments.isEmpty() && complaints.isEmpty() && others.isEmpty();
    }
}
