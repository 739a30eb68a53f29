package org.huiyin.complaint;

import java.time.Instant;
import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The link by which a customer tells us of complaints by himself.
 *
 * @param contact the person it was made for; nobody where the whole customer uses it
 */
public record DoorView(UUID id, CustomerId customer, @Nullable UUID contact, int issue, PersonId by, Instant at, @Nullable Instant revokedAt) {

    public boolean open() {
        return revokedAt == null;
    }
}
