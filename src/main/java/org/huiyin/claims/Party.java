package org.huiyin.claims;

import java.util.UUID;
import org.huiyin.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * The other side of a claim.
 *
 * @param contact whom we write to there: a name, a telephone, a mail address
 * @param customer the customer's file, where it has one
 * @param department our own unit, where it is one
 */
public record Party(PartyKind kind, String name, String contact, @Nullable CustomerId customer, @Nullable UUID department) {

    public static Party named(PartyKind kind, String name, String contact) {
        return new Party(kind, name, contact, null, null);
    }

    /** A unit of ours; its name is read from the list of departments. */
    public static Party unit(UUID department) {
        return new Party(PartyKind.UNIT, "", "", null, department);
    }
}
