package org.huiyin.replenishment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.complaint.ComplaintId;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.jspecify.annotations.Nullable;

/** For what goods are replaced: a return or a complaint. Each module with such records has a bean of it (001/5.3.4). */
public interface ReplenishmentSource {

    /** The kind of record, such as {@code return}. */
    String subjectType();

    /** The record, if the actor may see it. */
    Optional<Line> find(Actor actor, UUID subject);

    /** The record with the number, if the actor may see it. */
    Optional<UUID> byNumber(Actor actor, String number);

    /**
     * The record as an order shows it.
     *
     * @param complaint the complaint that stands behind it
     * @param customer the customer; null where an end user complains who is no customer
     * @param open whether it still runs; nothing is replaced for a closed one
     * @param items the goods it is about, which the form proposes
     * @param path where it can be read, below the company's address
     */
    record Line(String number, ComplaintId complaint, @Nullable CustomerId customer, String customerName, boolean open, List<Item> items, String path) {

        public Line {
            items = List.copyOf(items);
        }
    }

    /** Goods that may have to be replaced; what is unknown is empty. */
    record Item(String part, String partName, @Nullable BigDecimal quantity, String unit) {}
}
