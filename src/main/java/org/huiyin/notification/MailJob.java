package org.huiyin.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.kernel.PersonId;
import org.huiyin.platform.jobs.JobHandler;
import org.huiyin.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends one stored mail: claim, hand over to the mail server outside any transaction, note the outcome. */
@Component
class MailJob implements JobHandler<MailJob.Order> {

    static final String NAME = "notification.mail";
    /** 1, 2, 4 … minutes, then hourly: about two and a half days until a silent server fails a mail. */
    static final int MOST_ATTEMPTS = 60;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final MailStore store;
    private final MailSettings settings;
    private final MailServer server;
    private final Jobs jobs;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MailJob(
            MailStore store,
            MailSettings settings,
            MailServer server,
            Jobs jobs,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.server = server;
        this.jobs = jobs;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The mail to be sent. */
    record Order(UUID mail) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<Order> payload() {
        return Order.class;
    }

    @Override
    public void handle(Order order) {
        if (!settings.present()) {
            return;
        }
        claim(order.mail()).ifPresent(mail -> note(mail, server.send(mail)));
    }

    private Optional<MailStore.Stored> claim(UUID mail) {
        return transaction.execute(
                s -> store.claim(mail, clock.instant()) ? Optional.of(store.load(mail)) : Optional.empty());
    }

    private void note(MailStore.Stored mail, MailServer.Outcome outcome) {
        switch (outcome) {
            case MailServer.Taken ignored -> become(mail, MailState.SENT, null);
            case MailServer.Refused refused -> become(mail, MailState.FAILED, refused.reason());
            case MailServer.Unknown unknown -> become(mail, MailState.UNCERTAIN, unknown.reason());
            case MailServer.NotNow later when mail.attempts() >= MOST_ATTEMPTS -> become(mail, MailState.FAILED, later.reason());
            case MailServer.NotNow later -> again(mail, later.reason());
        }
    }

    private void become(MailStore.Stored mail, MailState state, @Nullable String reason) {
        var now = clock.instant();
        transaction.executeWithoutResult(s -> {
            if (store.become(mail.id(), MailState.SENDING, state, reason, PersonId.SYSTEM, now, now)) {
                events.publishEvent(new MailStateChanged(mail.id(), mail.mail().about(), state, reason));
            }
        });
    }

    private void again(MailStore.Stored mail, String reason) {
        var now = clock.instant();
        var next = now.plus(pause(mail.attempts()));
        transaction.executeWithoutResult(s -> {
            if (store.become(mail.id(), MailState.SENDING, MailState.QUEUED, reason, PersonId.SYSTEM, now, next)) {
                events.publishEvent(new MailStateChanged(mail.id(), mail.mail().about(), MailState.QUEUED, reason));
                jobs.at(next, NAME, new Order(mail.id()));
            }
        });
    }

    static Duration pause(int attempts) {
        var pause = Duration.ofMinutes(1L << Math.min(attempts - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    /** The instant before which a claim must have come to its end. */
    static Instant deadline(Instant now) {
        return now.minus(Duration.ofMinutes(10));
    }
}
