package org.huiyin.customer;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.customer.grading.GradingRules;
import org.huiyin.procedure.Procedures;
import org.huiyin.procedure.ProfileVersion;
import org.springframework.stereotype.Component;

/** What the procedure in force says of customer files, numbers and classes. */
@Component
class CustomerRules {

    private static final List<String> USUAL = List.of("orgType", "orgSize", "productType", "demand");

    private final Procedures procedures;

    CustomerRules(Procedures procedures) {
        this.procedures = procedures;
    }

    ProfileVersion profile() {
        return procedures.inForce();
    }

    /** The fields of a complete file; where a profile does not say, those of 001/5.4.1. */
    FileRule file() {
        var required = profile().section("customerFile").path("required");
        if (!required.isArray()) {
            return new FileRule(USUAL);
        }
        var fields = new ArrayList<String>();
        required.forEach(field -> fields.add(field.asString("")));
        return new FileRule(fields);
    }

    String numberPrefix() {
        return profile().prefix("customer");
    }

    GradingRules grading() {
        return profile().section("grading", GradingRules.class);
    }

    /** The currency in which sales are counted (D12). */
    String currency() {
        return profile().section("grading").path("currency").asString("CNY");
    }
}
