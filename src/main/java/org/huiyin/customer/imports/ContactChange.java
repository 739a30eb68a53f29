package org.huiyin.customer.imports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.customer.ContactDetails;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.PersonId;
import org.jspecify.annotations.Nullable;

/** What an import did to a contact, as plain values that can be stored and compared. */
final class ContactChange {

    private ContactChange() {}

    static Map<String, @Nullable Object> values(ContactDetails d) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("name", d.name());
        values.put("role", d.role());
        values.put("weight", d.weight().stripTrailingZeros().toPlainString());
        values.put("email", d.email());
        values.put("phone", d.phone());
        values.put("fax", d.fax());
        values.put("wechat", d.wechat());
        values.put("language", d.language());
        return values;
    }

    /** Whether stored values say the same; what is empty is not stored. */
    static boolean same(Map<String, @Nullable Object> values, @Nullable Object stored) {
        var filled = new LinkedHashMap<>(values);
        filled.values().removeIf(value -> value == null);
        return filled.equals(stored);
    }

    static Map<String, @Nullable Object> values(ContactView c) {
        return values(details(c));
    }

    static ContactDetails details(ContactView c) {
        return new ContactDetails(c.name(), c.role(), c.weight(), c.email(), c.phone(), c.fax(), c.wechat(), c.language());
    }

    static ContactView view(UUID id, CustomerId customer, ContactDetails d) {
        return new ContactView(id, customer, d.name(), d.role(), d.weight(), d.email(), d.phone(), d.fax(), d.wechat(), d.language(),
                true, false, false, PersonId.SYSTEM, Instant.EPOCH, 1);
    }
}
