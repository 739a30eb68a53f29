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

/**
 * Customer service (P001): two finished rounds with their actions, one under way, one planned; complaints of nine months with their 8Ds.
 * What is entered row by row goes in one transaction, so that the disk is not waited for a thousand times.
 */
@Component
@Order(1)
class DemoP001 implements DemoSource {

    private static final int ALL = 40;

    private final DemoPeople people;
    private final DemoCustomers customers;
    private final DemoGrading grading;
    private final DemoRounds rounds;
    private final DemoActions actions;
    private final DemoVoices voices;
    private final DemoShipments shipments;
    private final DemoComplaints complaints;
    private final DemoReturns returns;
    private final DemoReplenishments replenishments;
    private final DemoForms forms;
    private final Calendars calendars;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoP001(DemoPeople people, DemoCustomers customers, DemoGrading grading, DemoRounds rounds, DemoActions actions, DemoVoices voices, DemoShipments shipments,
            DemoComplaints complaints, DemoReturns returns, DemoReplenishments replenishments, DemoForms forms, Calendars calendars, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.customers = customers;
        this.grading = grading;
        this.rounds = rounds;
        this.actions = actions;
        this.voices = voices;
        this.shipments = shipments;
        this.complaints = complaints;
        this.returns = returns;
        this.replenishments = replenishments;
        this.forms = forms;
        this.calendars = calendars;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String procedure() {
        return "P001";
    }

    @Override
    public String name(String language) {
        return DemoWords.in(language).word("company.P001");
    }

    @Override
    public void furnish(Company company, Actor administrator) {
        var days = new DemoDays(LocalDate.ofInstant(clock.instant(), company.zone()), company.zone(), clock.instant());
        var cast = people.enter(administrator, company);
        var known = Objects.requireNonNull(transaction.execute(status -> customers.enter(cast, days, ALL, segment -> segment)));
        shipments.enter(cast, days, known, "parts", "defect");
        for (var window : rounds.finishedWindows(cast, days)) {
            days.on(window.graded(), () -> grading.run(cast));
            rounds.finish(cast, days, window);
            actions.work(cast, days, window);
        }
        rounds.underWay(cast, days);
        rounds.plan(cast, days);
        voices.hear(cast, days);
        forms.keep(cast, days, known);
        var diary = new DemoDiary(days.now());
        var calendar = calendars.inForce();
        var cases = complaints.enter(cast, days, calendar, known, "complaints", diary);
        returns.enter(cast, days, calendar, known, cases, diary);
        replenishments.enter(cast, calendar, cases, diary);
        transaction.executeWithoutResult(status -> diary.play());
    }
}
