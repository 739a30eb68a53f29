package org.huiyin.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds the silent by the days of the procedure, in daytime, and closes collecting when its last day is over. */
@Component
class CollectingRoutine implements CompanyRoutine {

    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    private final Sending sending;
    private final Rounds rounds;
    private final RoundStore store;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CollectingRoutine(Sending sending, Rounds rounds, RoundStore store, TransactionTemplate transaction, Clock clock) {
        this.sending = sending;
        this.rounds = rounds;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "campaign.remind";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(15);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(status -> closeEnded());
        var daytime = transaction.execute(status -> daytime());
        if (Boolean.TRUE.equals(daytime)) {
            transaction.executeWithoutResult(status -> sending.remindDue());
        }
    }

    private boolean daytime() {
        var now = clock.instant().atZone(rounds.zone()).toLocalTime();
        return !now.isBefore(MORNING) && now.isBefore(EVENING);
    }

    private void closeEnded() {
        store.all().stream()
                .filter(round -> round.state() == RoundState.COLLECTING && rounds.today().isAfter(round.closesOn()))
                .forEach(round -> rounds.advance(PersonId.SYSTEM, round.id(), RoundState.CHECKING, ""));
    }
}
