package org.huiyin.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.huiyin.platform.jobs.Jobs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks mails whose sender died in the middle as uncertain, and orders again what waited for a mail server to be set. */
@Component
class MailRoutine implements CompanyRoutine {

    private final MailStore store;
    private final MailSettings settings;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailRoutine(
            MailStore store,
            MailSettings settings,
            Jobs jobs,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.jobs = jobs;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification.mails";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        transaction.executeWithoutResult(s -> store.abandoned(MailJob.deadline(clock.instant())).forEach(this::uncertain));
        if (settings.present()) {
            var forgotten = clock.instant().minus(Duration.ofMinutes(5));
            transaction.executeWithoutResult(s -> store.waitingSince(forgotten)
                    .forEach(mail -> jobs.at(clock.instant(), MailJob.NAME, "again-" + mail, new MailJob.Order(mail))));
        }
    }

    private void uncertain(UUID mail) {
        var now = clock.instant();
        if (store.become(mail, MailState.SENDING, MailState.UNCERTAIN, "interrupted", PersonId.SYSTEM, now, now)) {
            var about = store.find(mail).orElseThrow().about();
            events.publishEvent(new MailStateChanged(mail, about, MailState.UNCERTAIN, "interrupted"));
        }
    }
}
