package org.huiyin.complaint;

import java.time.Duration;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.stereotype.Component;

/** Lets drafts go that nobody has touched for long. */
@Component
class DraftExpiry implements CompanyRoutine {

    private final Drafts drafts;

    DraftExpiry(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "complaint.drafts";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        drafts.expire();
    }
}
