package org.huiyin.organization;

import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the State Council's schedules that ship with Huiyin where every company of the installation finds them. */
@Component
class ShippedHolidays implements ApplicationRunner {

    private static final List<Integer> YEARS = List.of(2026);

    private final CalendarStore store;

    ShippedHolidays(CalendarStore store) {
        this.store = store;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        YEARS.forEach(year -> store.seed("CN", YearSchedule.shipped(year), "calendar/cn-" + year + ".csv"));
    }
}
