package org.huiyin.customer;

import java.time.LocalDate;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the customer list and the customer file say of a customer (001/5.1.3.2, 001/5.4.1).
 *
 * @param code the company's own number of the customer; a number is given where it is missing
 * @param cooperation how harmonious the cooperation is; it, potential and payment are degrees of the profile's grading section
 * @param unstableOrders whether orders are small, mixed and very unstable
 * @param wellKnown whether it is a maker known in its industry
 * @param coreIndustry whether its products belong to the industry that the profile names
 * @param fileNote why the customer may be surveyed although the file is incomplete
 */
public record CustomerDetails(
        @Nullable String code,
        String name,
        @Nullable String shortName,
        @Nullable String orgType,
        @Nullable String orgSize,
        @Nullable String productType,
        @Nullable String demand,
        @Nullable String segment,
        @Nullable String region,
        @Nullable String address,
        @Nullable String deliveryAddress,
        @Nullable PersonId owner,
        @Nullable LocalDate partnerSince,
        @Nullable String cooperation,
        @Nullable String potential,
        @Nullable String payment,
        @Nullable Boolean unstableOrders,
        @Nullable Boolean wellKnown,
        @Nullable Boolean coreIndustry,
        @Nullable String fileNote) {

    /** A customer of whom only the name is known. */
    public static CustomerDetails named(String name) {
        return new CustomerDetails(null, name, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null);
    }

    /** The same under another owner. */
    public CustomerDetails ownedBy(@Nullable PersonId person) {
        return new CustomerDetails(code, name, shortName, orgType, orgSize, productType, demand, segment, region, address,
                deliveryAddress, person, partnerSince, cooperation, potential, payment, unstableOrders, wellKnown, coreIndustry, fileNote);
    }

    /** The same under another number. */
    public CustomerDetails numbered(String number) {
        return new CustomerDetails(number, name, shortName, orgType, orgSize, productType, demand, segment, region, address,
                deliveryAddress, owner, partnerSince, cooperation, potential, payment, unstableOrders, wellKnown, coreIndustry, fileNote);
    }
}
