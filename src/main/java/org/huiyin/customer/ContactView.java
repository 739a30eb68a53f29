package org.huiyin.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person at the customer.
 *
 * @param role QUALITY, PURCHASING, LOGISTICS, RND, MANAGEMENT or OTHER
 * @param weight how much the answer counts among the contacts of one customer (D13)
 * @param active whether the person still works there
 * @param optedOut whether the person wants to be asked no more
 * @param erased whether the personal data were erased on demand; records keep the identity only
 */
public record ContactView(
        UUID id,
        CustomerId customer,
        String name,
        String role,
        BigDecimal weight,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String wechat,
        String language,
        boolean active,
        boolean optedOut,
        boolean erased,
        PersonId changedBy,
        Instant changedAt,
        int version) {

    /** Whether the person may be invited. */
    public boolean reachable() {
        return active && !optedOut && !erased;
    }
}
