package org.huiyin.customer;

import java.time.LocalDate;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** A customer as the customer list shows it (001/5.1.3.2). */
public record CustomerRow(
        CustomerId id,
        String code,
        String name,
        @Nullable String shortName,
        Grade grade,
        @Nullable String orgType,
        @Nullable String orgSize,
        @Nullable String productType,
        @Nullable String segment,
        @Nullable String region,
        @Nullable PersonId owner,
        @Nullable LocalDate partnerSince,
        int contacts,
        int missing,
        boolean noted,
        boolean active) {

    /** What stands in the customer's address: its number, or its identity where the number cannot stand there. */
    public String address() {
        return address(code, id);
    }

    static String address(String code, CustomerId id) {
        return code.matches("[\\p{L}\\p{N} ._()-]+") && !code.startsWith(".") && !RESERVED.contains(code) ? code : id.value().toString();
    }

    private static final java.util.Set<String> RESERVED = java.util.Set.of("new", "imports", "doubles", "requirements", "print");
}
