package org.huiyin;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import java.util.List;
import org.huiyin.kernel.CompanyId;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.CompanyRoutine;

/** Lets happen what would happen later by itself: jobs that are due, routines. */
public final class Later {

    private final ManualScheduler scheduler;
    private final SettableClock jobClock;
    private final TestClock clock;
    private final List<CompanyRoutine> routines;

    Later(ManualScheduler scheduler, SettableClock jobClock, TestClock clock, List<CompanyRoutine> routines) {
        this.scheduler = scheduler;
        this.jobClock = jobClock;
        this.clock = clock;
        this.routines = routines;
    }

    /** Runs every job that is due now, and those that they order. */
    public void runDueJobs() {
        jobClock.set(clock.instant());
        for (int round = 0; round < 5; round++) {
            scheduler.runAnyDueExecutions();
        }
    }

    /** Runs the named routine for the company, then the jobs that it ordered. */
    public void runRoutine(CompanyId company, String name) {
        var routine = routines.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
        CompanyScope.run(company, routine::run);
        runDueJobs();
    }
}
