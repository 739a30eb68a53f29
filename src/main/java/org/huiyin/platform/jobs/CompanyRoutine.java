package org.huiyin.platform.jobs;

import java.time.Duration;

/** Work that every company needs again and again, such as reminders; runs inside each company in turn. */
public interface CompanyRoutine {

    /** A stable name, such as {@code campaign.remind}. */
    String name();

    /** The pause between two runs. */
    Duration every();

    /** Does the work for the bound company; opens its own transactions and may run twice. */
    void run();
}
