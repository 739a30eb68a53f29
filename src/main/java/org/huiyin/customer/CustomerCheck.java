package org.huiyin.customer;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.Sentence;
import org.huiyin.sheets.Names;
import org.jspecify.annotations.Nullable;

/** Tidies and checks what was typed: blank is nothing, too long is said with the limit. */
final class CustomerCheck {

    private final Map<String, Sentence> errors = new LinkedHashMap<>();

    static CustomerDetails tidy(CustomerDetails d, LocalDate today) {
        var check = new CustomerCheck();
        var tidy = new CustomerDetails(
                check.text("code", d.code(), 40),
                check.name(d.name()),
                check.text("shortName", d.shortName(), 60),
                check.text("orgType", d.orgType(), 60),
                check.text("orgSize", d.orgSize(), 60),
                check.text("productType", d.productType(), 200),
                check.text("demand", d.demand(), 2000),
                check.text("segment", d.segment(), 60),
                check.text("region", d.region(), 60),
                check.text("address", d.address(), 300),
                check.text("deliveryAddress", d.deliveryAddress(), 300),
                d.owner(),
                check.past("partnerSince", d.partnerSince(), today),
                check.text("cooperation", d.cooperation(), 40),
                check.text("potential", d.potential(), 40),
                check.text("payment", d.payment(), 40),
                d.unstableOrders(),
                d.wellKnown(),
                d.coreIndustry(),
                check.text("fileNote", d.fileNote(), 500));
        check.refuse();
        return tidy;
    }

    private String name(@Nullable String typed) {
        var name = text("name", typed, 120);
        if (name == null || Names.key(name).isEmpty()) {
            errors.putIfAbsent("name", new Sentence("customer.invalid.name"));
            return "";
        }
        return name;
    }

    @Nullable String text(String field, @Nullable String typed, int longest) {
        var clean = typed == null ? "" : typed.strip();
        if (clean.codePointCount(0, clean.length()) > longest) {
            errors.put(field, new Sentence("customer.invalid.long", longest));
        }
        if (field.equals("code") && !clean.isEmpty() && Names.key(clean).isEmpty()) {
            errors.put(field, new Sentence("customer.invalid.code"));
        }
        return clean.isEmpty() ? null : clean;
    }

    private @Nullable LocalDate past(String field, @Nullable LocalDate day, LocalDate today) {
        if (day != null && (day.isAfter(today) || day.getYear() < 1950)) {
            errors.put(field, new Sentence("customer.invalid.since"));
        }
        return day;
    }

    void error(String field, String key, Object... args) {
        errors.putIfAbsent(field, new Sentence(key, args));
    }

    void refuse() {
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
