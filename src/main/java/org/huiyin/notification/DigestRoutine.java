package org.huiyin.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.huiyin.organization.Companies;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.huiyin.platform.jobs.CompanyRoutine;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends at 08:30 of the company's day what came in since yesterday and is still unread; once, also with two instances. */
@Component
class DigestRoutine implements CompanyRoutine {

    static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int LONGEST = 100;

    private final NoteStore store;
    private final NoteMail mail;
    private final Notifications notifications;
    private final Companies companies;
    private final People people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DigestRoutine(
            NoteStore store,
            NoteMail mail,
            Notifications notifications,
            Companies companies,
            People people,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.mail = mail;
        this.notifications = notifications;
        this.companies = companies;
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification.digest";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run() {
        var now = clock.instant().atZone(companies.current().zone());
        if (now.toLocalTime().isBefore(MORNING)) {
            return;
        }
        people.all().stream()
                .filter(NoteMail::reachable)
                .forEach(person -> transaction.executeWithoutResult(s -> summarise(person, now)));
    }

    private void summarise(PersonView person, ZonedDateTime now) {
        var today = now.toLocalDate();
        if (store.digested(person.id(), today) || !notifications.wishesOf(person.id()).digest()) {
            return;
        }
        var yesterday = today.minusDays(1).atTime(MORNING).atZone(now.getZone()).toInstant();
        var fresh = store.of(person.id(), true, null, yesterday, 0, LONGEST);
        if (store.claimDigest(person.id(), today, fresh.size()) && !fresh.isEmpty()) {
            mail.digest(person, fresh);
        }
    }
}
