package org.huiyin.approval;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds the approvers of what lies too long, and from the second time on also tells the proposer and the top. */
@Component
class ReminderRoutine implements CompanyRoutine {

    private final ApprovalStore store;
    private final Callers callers;
    private final ReminderRule rule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReminderRoutine(ApprovalStore store, Callers callers, ReminderRule rule, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.callers = callers;
        this.rule = rule;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "approval.remind";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public void run() {
        List<ApprovalView> pending = transaction.execute(s -> store.pending());
        pending.forEach(view -> transaction.executeWithoutResult(s -> remind(view)));
    }

    private void remind(ApprovalView view) {
        var now = clock.instant();
        var number = rule.due(view.profileVersion(), view.waitingSince(), now);
        if (number > 0 && store.remind(view.id(), view.currentStep(), number, now)) {
            callers.remind(view, Duration.between(view.waitingSince(), now).toDays(), number > 1);
        }
    }
}
