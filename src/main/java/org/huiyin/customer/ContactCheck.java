package org.huiyin.customer;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tidies and checks what was typed of a contact. */
final class ContactCheck {

    /** Enough to catch slips; whether the address lives, the mail server says. */
    static final Pattern MAIL = Pattern.compile("[^\\s@,;<>()\"]{1,64}@[^\\s@,;<>()\"]+\\.[^\\s@,;<>()\".]{2,}");
    static final Set<String> LANGUAGES = Set.of("zh-CN", "zh-TW", "en");
    static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1000);

    private ContactCheck() {}

    static ContactDetails tidy(ContactDetails d) {
        var check = new CustomerCheck();
        var name = check.text("name", d.name(), 60);
        if (name == null) {
            check.error("name", "customer.contact.invalid.name");
        }
        if (Arrays.stream(ContactRole.values()).noneMatch(r -> r.name().equals(d.role()))) {
            check.error("role", "customer.contact.invalid.role");
        }
        if (d.weight().signum() < 0 || d.weight().compareTo(MOST_WEIGHT) > 0 || d.weight().stripTrailingZeros().scale() > 3) {
            check.error("weight", "customer.contact.invalid.weight");
        }
        if (!LANGUAGES.contains(d.language())) {
            check.error("language", "customer.contact.invalid.language");
        }
        var tidy = new ContactDetails(name == null ? "" : name, d.role(), d.weight(), mail(d.email(), check),
                check.text("phone", d.phone(), 40), check.text("fax", d.fax(), 40), check.text("wechat", d.wechat(), 60),
                d.language());
        check.refuse();
        return tidy;
    }

    private static @Nullable String mail(@Nullable String typed, CustomerCheck check) {
        var mail = check.text("email", typed, 200);
        if (mail != null && !MAIL.matcher(mail).matches()) {
            check.error("email", "customer.contact.invalid.email", mail);
        }
        return mail;
    }
}
