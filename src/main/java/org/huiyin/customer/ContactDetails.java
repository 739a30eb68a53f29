package org.huiyin.customer;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What is to be noted of a person at a customer. */
public record ContactDetails(
        String name,
        String role,
        BigDecimal weight,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String fax,
        @Nullable String wechat,
        String language) {

    /** A contact with a mail address and the usual weight. */
    public static ContactDetails of(String name, String role, @Nullable String email) {
        return new ContactDetails(name, role, BigDecimal.ONE, email, null, null, null, "zh-CN");
    }
}
