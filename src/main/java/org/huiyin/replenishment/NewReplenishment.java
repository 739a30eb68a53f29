package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.huiyin.kernel.SubjectRef;
import org.jspecify.annotations.Nullable;

/**
 * A replacement order as it is proposed (001/5.3.4).
 *
 * @param source the return or the complaint for which the goods are sent
 * @param urgent whether it runs as an urgent order, of which planning hears at once
 * @param wantedBy the day by which the customer wants the goods
 */
public record NewReplenishment(SubjectRef source, boolean urgent, @Nullable LocalDate wantedBy, String reason, List<NewItem> items) {

    public NewReplenishment {
        reason = reason.strip();
        items = List.copyOf(items);
    }

    /** What the limit is compared with: the sum of the lines, each rounded to the cent. */
    public BigDecimal amount() {
        return items.stream().map(NewItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
