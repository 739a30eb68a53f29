package org.huiyin.customer.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.huiyin.customer.CustomerDetails;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A customer's file as it is typed. */
public record CustomerForm(
        @Nullable String code, @Nullable String name, @Nullable String shortName, @Nullable String orgType, @Nullable String orgSize,
        @Nullable String productType, @Nullable String demand, @Nullable String segment, @Nullable String region,
        @Nullable String address, @Nullable String deliveryAddress, @Nullable String owner, @Nullable String partnerSince,
        @Nullable String cooperation, @Nullable String potential, @Nullable String payment, @Nullable String unstableOrders,
        @Nullable String wellKnown, @Nullable String coreIndustry, @Nullable String fileNote, @Nullable Boolean sameName,
        @Nullable Integer version) {

    static CustomerForm of(CustomerView c) {
        var d = c.details();
        return new CustomerForm(d.code(), d.name(), d.shortName(), d.orgType(), d.orgSize(), d.productType(), d.demand(), d.segment(),
                d.region(), d.address(), d.deliveryAddress(), d.owner() == null ? null : d.owner().value().toString(),
                d.partnerSince() == null ? null : d.partnerSince().toString(), d.cooperation(), d.potential(), d.payment(),
                truth(d.unstableOrders()), truth(d.wellKnown()), truth(d.coreIndustry()), d.fileNote(), false, c.version());
    }

    static CustomerForm empty(@Nullable String owner) {
        return new CustomerForm(null, null, null, null, null, null, null, null, null, null, null, owner, null, null, null, null, null, null,
                null, null, false, 0);
    }

    CustomerDetails values() {
        return new CustomerDetails(code, name == null ? "" : name, shortName, orgType, orgSize, productType, demand, segment, region,
                address, deliveryAddress, person(), since(), filled(cooperation), filled(potential), filled(payment),
                truth(unstableOrders), truth(wellKnown), truth(coreIndustry), fileNote);
    }

    private @Nullable PersonId person() {
        var id = filled(owner);
        return id == null || !id.matches("[0-9a-f-]{36}") ? null : new PersonId(UUID.fromString(id));
    }

    private @Nullable LocalDate since() {
        var typed = filled(partnerSince);
        try {
            return typed == null ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidInput("partnerSince", "customer.invalid.since");
        }
    }

    private static @Nullable String truth(@Nullable Boolean value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Boolean truth(@Nullable String typed) {
        var text = filled(typed);
        return text == null ? null : Boolean.valueOf(text);
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
