package org.huiyin.customer.web;

import java.math.BigDecimal;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** A contact as it is typed. */
public record ContactForm(
        @Nullable String name, @Nullable String role, @Nullable String weight, @Nullable String email, @Nullable String phone,
        @Nullable String fax, @Nullable String wechat, @Nullable String language, @Nullable Integer version) {

    static ContactForm of(ContactView c) {
        return new ContactForm(c.name(), c.role(), c.weight().toPlainString(), c.email(), c.phone(), c.fax(), c.wechat(), c.language(), c.version());
    }

    static ContactForm empty() {
        return new ContactForm(null, "QUALITY", "1", null, null, null, null, "zh-CN", 0);
    }

    ContactDetails values() {
        return new ContactDetails(name == null ? "" : name, role == null ? "" : role, number(), email, phone, fax, wechat,
                language == null ? "" : language);
    }

    private BigDecimal number() {
        try {
            return weight == null || weight.isBlank() ? BigDecimal.ONE : new BigDecimal(weight.strip());
        } catch (NumberFormatException unreadable) {
            throw new InvalidInput("weight", "customer.contact.invalid.weight");
        }
    }
}
