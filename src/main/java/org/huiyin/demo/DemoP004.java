package org.huiyin.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Calendars;
import org.huiyin.organization.Company;
import org.huiyin.organization.DemoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Service and feedback (P004): a yearly survey, failures in the field, parts that come back, what the supplier pays and which unit is told. */
@Component
@Order(2)
class DemoP004 implements DemoSource {

    private static final int CUSTOMERS = 16;

    private final DemoPeople people;
    private final DemoCustomers customers;
    private final DemoRounds rounds;
    private final DemoActions actions;
    private final DemoVoices voices;
    private final DemoShipments shipments;
    private final DemoComplaints complaints;
    private final DemoFieldFailure failure;
    private final DemoClaims claims;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoP004(DemoPeople people, DemoCustomers customers, DemoRounds rounds, DemoActions actions, DemoVoices voices, DemoShipments shipments, DemoComplaints complaints,
            DemoFieldFailure failure, DemoClaims claims, Calendars calendars, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.customers = customers;
        this.rounds = rounds;
        this.actions = actions;
        this.voices = voices;
        this.shipments = shipments;
        this.complaints = complaints;
        this.failure = failure;
        this.claims = claims;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String procedure() {
        return "P004";
    }

    @Override
    public String name(String language) {
        return DemoWords.in(language).word("company.P004");
    }

    @Override
    public void furnish(Company company, Actor administrator) {
        var days = new DemoDays(LocalDate.ofInstant(clock.instant(), company.zone()), company.zone(), clock.instant());
        var cast = people.enter(administrator, company);
        var known = Objects.requireNonNull(transaction.execute(status -> customers.enter(cast, days, CUSTOMERS, DemoP004::segment)));
        shipments.enter(cast, days, known, "parts_p004", "lamp");
        for (var window : rounds.finishedWindows(cast, days)) {
            rounds.finish(cast, days, window);
            actions.work(cast, days, window);
        }
        rounds.plan(cast, days);
        voices.hear(cast, days);
        var diary = new DemoDiary(days.now());
        var cases = complaints.enter(cast, days, calendars.inForce(), known, "complaints_p004", diary);
        failure.enter(cast, calendars.inForce(), Objects.requireNonNull(cases.get("ff1")), diary);
        claims.enter(cast, calendars.inForce(), Objects.requireNonNull(cases.get("ff1")), diary);
        transaction.executeWithoutResult(status -> diary.play());
    }

    /** Makers of vehicles, and those who sell spare parts (004/4.1). */
    private static String segment(String industry) {
        return industry.equals("AUTOMOTIVE") ? "OEM" : "SPARE";
    }
}
