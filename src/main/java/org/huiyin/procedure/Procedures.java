package org.huiyin.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.huiyin.kernel.NotFound;
import org.huiyin.organization.Companies;
import org.huiyin.platform.CompanyScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The procedure of the bound company, version by version; every figure of the house is read from here. */
@Service
@Transactional(readOnly = true)
public class Procedures {

    private final ProfileStore store;
    private final Companies companies;
    private final Clock clock;

    Procedures(ProfileStore store, Companies companies, Clock clock) {
        this.store = store;
        this.companies = companies;
        this.clock = clock;
    }

    /** What {@link #inForceOn} read. */
    private record InForceOn(LocalDate day) {}

    /** The version that holds today. */
    public ProfileVersion inForce() {
        return inForceOn(today());
    }

    /** The version that held on the day; for days before the first version the first one stands in, so that older records can be brought in. */
    public ProfileVersion inForceOn(LocalDate day) {
        return CompanyScope.remember(new InForceOn(day), () -> store.inForceOn(day).orElseThrow(() -> new IllegalStateException("the company has no procedure")));
    }

    public ProfileVersion byId(UUID id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    public ProfileVersion byNumber(int number) {
        return store.all().stream().filter(v -> v.number() == number).findFirst().orElseThrow(NotFound::new);
    }

    /** All versions, newest first. */
    public List<ProfileVersion> versions() {
        return store.all();
    }

    /** Today where the company lives. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.current().zone());
    }
}
