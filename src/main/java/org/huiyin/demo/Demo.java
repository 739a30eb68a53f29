package org.huiyin.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.huiyin.kernel.Actor;
import org.huiyin.organization.Company;
import org.huiyin.organization.DemoSource;
import org.springframework.stereotype.Component;

/** Fills the demo company: two finished rounds with their actions, one under way, one planned. */
@Component
class Demo implements DemoSource {

    private final DemoPeople people;
    private final DemoCustomers customers;
    private final DemoGrading grading;
    private final DemoRounds rounds;
    private final DemoActions actions;
    private final DemoVoices voices;
    private final Clock clock;

    Demo(DemoPeople people, DemoCustomers customers, DemoGrading grading, DemoRounds rounds, DemoActions actions, DemoVoices voices, Clock clock) {
        this.people = people;
        this.customers = customers;
        this.grading = grading;
        this.rounds = rounds;
        this.actions = actions;
        this.voices = voices;
        this.clock = clock;
    }

    @Override
    public String name(String language) {
        return switch (language) {
            case "en" -> "Yuheng Precision (demo)";
            case "zh-TW" -> "嶼衡精密（示範）";
            default -> "屿衡精密（演示）";
        };
    }

    @Override
    public void furnish(Company company, Actor administrator) {
        var today = LocalDate.ofInstant(clock.instant(), company.zone());
        var cast = people.enter(administrator, company);
        var days = new DemoDays(today, company.zone());
        customers.enter(cast, days);
        for (var window : rounds.finishedWindows(cast, days)) {
            days.on(window.graded(), () -> grading.run(cast));
            rounds.finish(cast, days, window);
            actions.work(cast, days, window);
        }
        rounds.underWay(cast, days);
        rounds.plan(cast, days);
        voices.hear(cast, days);
    }
}
