package org.huiyin.claims;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes claims findable that were written before there was the table by which they are found. */
@Component
class Seeking implements CompanyRoutine {

    private static final int AT_ONCE = 500;

    private final ClaimStore store;
    private final TransactionTemplate transaction;

    Seeking(ClaimStore store, TransactionTemplate transaction) {
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "claims.seek";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        int done;
        do {
            done = Objects.requireNonNull(transaction.execute(s -> {
                List<ClaimId> unsought = store.unsought(AT_ONCE);
                unsought.forEach(store::seek);
                return unsought.size();
            }));
        } while (done == AT_ONCE);
    }
}
