package org.huiyin.procedure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.organization.Companies;
import org.huiyin.organization.CompanyFounded;
import org.huiyin.procedure.ProfileVersion.Origin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adopts the preset as version 1 when a company is founded, a year back, so that last year's rounds can be brought in. */
@Component
class Founding {

    private final FirstNumbers presets;
    private final ProfileStore store;
    private final Companies companies;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Founding(FirstNumbers presets, ProfileStore store, Companies companies, ApplicationEventPublisher events, Clock clock) {
        this.presets = presets;
        this.store = store;
        this.companies = companies;
        this.events = events;
        this.clock = clock;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void adopt(CompanyFounded founded) {
        var content = presets.content(founded.preset(), founded.numbers());
        var today = LocalDate.ofInstant(clock.instant(), companies.current().zone());
        var version = new ProfileVersion(Ids.next(), 1, founded.preset(), Origin.PRESET, today.minusYears(1), "",
                founded.founder().id(), founded.founder().id(), clock.instant(), content.hash(), content);
        store.insert(version, null);
        events.publishEvent(new Happening(new SubjectRef("profile", version.id()), "adopt", founded.founder().id(), Map.of(),
                Map.of("preset", founded.preset(), "effectiveFrom", version.effectiveFrom().toString(), "hash", content.hash()),
                clock.instant()));
    }
}
