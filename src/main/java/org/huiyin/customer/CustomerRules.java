package org.huiyin.customer;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the procedure says of customer files and numbers. */
@Component
class CustomerRules {

    FileRule file() {
        return new FileRule(List.of("orgType", "orgSize", "productType", "demand"));
    }

    String numberPrefix() {
        return "KH";
    }
}
