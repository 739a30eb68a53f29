package org.huiyin.notification;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.platform.CompanyScope;
import org.huiyin.platform.jobs.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mails are stored in the caller's transaction and sent after it, each claimed once, under a Message-ID that never changes. */
@Service
@Transactional
public class Mails {

    static final String OPERATE = "settings.edit";
    private static final String READ = "audit.read";

    private final MailStore store;
    private final MailSettings settings;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Mails(MailStore store, MailSettings settings, Jobs jobs, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Operators look after what goes out; the auditor reads everything and changes nothing. */
    static void mustRead(Actor actor) {
        if (!actor.may(READ)) {
            actor.mustHave(OPERATE);
        }
    }

    /** Stores the mail and orders its sending for after the commit. */
    public UUID send(OutgoingMail mail) {
        var tidy = checked(mail);
        var id = Ids.next();
        store.insert(id, messageId(id), tidy, clock.instant());
        jobs.soon(MailJob.NAME, new MailJob.Order(id));
        return id;
    }

    /** Where the mail stands. */
    @Transactional(readOnly = true)
    public MailView state(UUID mail) {
        return store.find(mail).orElseThrow(NotFound::new);
    }

    /** All mails about a record. */
    @Transactional(readOnly = true)
    public List<MailView> of(SubjectRef about) {
        return store.of(about);
    }

    /** Whether a mail server is set; without one mails wait in the queue. */
    public boolean serverIsSet() {
        return settings.present();
    }

    /** The operator's list, the youngest first. */
    @Transactional(readOnly = true)
    public List<MailView> list(Actor actor, @Nullable MailState state, String words, long offset, int limit) {
        mustRead(actor);
        return store.list(state, words, offset, limit);
    }

    /** How many mails stand where. */
    @Transactional(readOnly = true)
    public Map<MailState, Long> counts(Actor actor, String words) {
        mustRead(actor);
        return store.counts(words);
    }

    /** Sends a failed or uncertain mail again, or a waiting one at once; a person takes that on herself. */
    public void retry(Actor actor, UUID id) {
        actor.mustHave(OPERATE);
        var mail = state(id);
        var now = clock.instant();
        switch (mail.state()) {
            case SENT -> throw new BrokenRule("notification.mail.sentAlready");
            case SENDING -> throw new BrokenRule("notification.mail.beingSent");
            case QUEUED, UNCERTAIN, FAILED -> {
                if (!store.become(id, mail.state(), MailState.QUEUED, null, actor.id(), now, now)) {
                    throw new BrokenRule("notification.mail.beingSent");
                }
            }
        }
        jobs.soon(MailJob.NAME, new MailJob.Order(id));
        events.publishEvent(new MailStateChanged(id, mail.about(), MailState.QUEUED, null));
        events.publishEvent(new Happening(new SubjectRef("mail", id), "retry", actor.id(),
                Map.of("state", mail.state().name()), Map.of("state", MailState.QUEUED.name()), now));
    }

    private static OutgoingMail checked(OutgoingMail mail) {
        mail.headers().forEach(MailAddress::checkHeader);
        var subject = MailAddress.line(mail.subject(), 250);
        if (subject.isEmpty()) {
            throw new BrokenRule("notification.mail.noSubject");
        }
        var name = mail.toName() == null ? null : MailAddress.line(mail.toName(), 120);
        var files = mail.attachments().stream()
                .map(file -> new MailAttachment(MailAddress.line(file.name(), 120), file.mediaType(), file.content()))
                .collect(Collectors.toList());
        return new OutgoingMail(
                MailAddress.checked(mail.to()), name, subject, mail.text(), mail.html(), mail.about(), mail.headers(), files);
    }

    /** Stable for the mail's whole life, whatever happens in between. */
    private static String messageId(UUID id) {
        return "<" + id + "@" + CompanyScope.required().value().toString().substring(0, 8) + ".huiyin>";
    }
}
