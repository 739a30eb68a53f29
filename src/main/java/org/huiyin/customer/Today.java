package org.huiyin.customer;

import java.time.Clock;
import java.time.LocalDate;
import org.huiyin.organization.Companies;
import org.springframework.stereotype.Component;

/** Which day it is where the company works. */
@Component
public class Today {

    private final Companies companies;
    private final Clock clock;

    Today(Companies companies, Clock clock) {
        this.companies = companies;
        this.clock = clock;
    }

    public LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), companies.current().zone());
    }
}
