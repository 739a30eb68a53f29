package org.huiyin.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.notification.MailState;
import org.huiyin.notification.Mails;
import org.huiyin.notification.OutgoingMail;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends invitations and reminders: by mail at once, by other ways as work for somebody (001/5.4.2.1). */
@Service
@Transactional
public class Sending {

    private static final int PORTION = 500;

    private final InvitationStore store;
    private final Invitations invitations;
    private final Rounds rounds;
    private final RoundStore roundStore;
    private final Composer composer;
    private final Links links;
    private final Wordings wordings;
    private final Contacts contacts;
    private final Mails mails;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sending(InvitationStore store, Invitations invitations, Rounds rounds, RoundStore roundStore, Composer composer, Links links,
            Wordings wordings, Contacts contacts, Mails mails, People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.invitations = invitations;
        this.rounds = rounds;
        this.roundStore = roundStore;
        this.composer = composer;
        this.links = links;
        this.wordings = wordings;
        this.contacts = contacts;
        this.mails = mails;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** Sends what is prepared. Pressed twice it sends once: only what is still prepared goes out. */
    public Sent send(Actor actor, RoundId id) {
        return send(actor, id, store.of(id).stream().map(InvitationView::id).toList());
    }

    /** Sends these invitations, as far as they are prepared. */
    public Sent send(Actor actor, RoundId id, Collection<InvitationId> wanted) {
        actor.mustHave(Invitations.COLLECT);
        roundStore.lock(id);
        var round = rounds.get(id);
        refuseClosed(round);
        int mailed = 0, tasks = 0, byHand = 0, skipped = 0;
        for (var invitation : store.of(id)) {
            if (invitation.state() != InvitationState.PREPARED || !wanted.contains(invitation.id())) {
                continue;
            }
            var contact = contacts.get(invitation.contact());
            if (!contact.reachable()) {
                skipped++;
            } else if (invitation.way() == Channel.MAIL) {
                mailed += mail(actor, invitation, contact);
            } else if (invitation.way().spoken() || invitation.way() == Channel.SHEET) {
                tasks += handOver(actor, invitation) ? 1 : 0;
            } else {
                byHand++;
            }
        }
        if (mailed + tasks > 0) {
            begin(actor, round);
        }
        tell(actor.id(), round, "send", Map.of("mails", mailed, "tasks", tasks, "byHand", byHand, "skipped", skipped));
        return new Sent(mailed, tasks, byHand, skipped);
    }

    private void refuseClosed(RoundView round) {
        if (round.state() != RoundState.APPROVED && !round.state().takesAnswers()) {
            throw new BrokenRule("campaign.round.refused.notApproved", round.number());
        }
        if (rounds.today().isAfter(round.linksEndOn())) {
            throw new BrokenRule("campaign.round.refused.ended", round.number(), round.linksEndOn());
        }
        if (links.known().isEmpty()) {
            throw new BrokenRule("campaign.round.refused.noAddress");
        }
    }

    private void begin(Actor actor, RoundView round) {
        if (round.state() == RoundState.APPROVED) {
            rounds.advance(actor.id(), round.id(), RoundState.COLLECTING, "");
        }
    }

    private int mail(Actor actor, InvitationView invitation, ContactView contact) {
        var mail = post(WordingKind.INVITATION, invitation, contact);
        if (!store.sent(invitation.id(), InvitationState.PREPARED, mail, clock.instant())) {
            throw new BrokenRule("campaign.round.refused.sentMeanwhile", invitation.number());
        }
        store.deliver(invitation.id(), Channel.MAIL, mail, actor.id(), clock.instant());
        return 1;
    }

    private UUID post(WordingKind kind, InvitationView invitation, ContactView contact) {
        var address = contact.email();
        if (address == null) {
            throw new BrokenRule("campaign.round.refused.noAddressFor", contact.name(), Channel.MAIL);
        }
        var letter = composer.compose(kind, invitation);
        return mails.send(new OutgoingMail(address, contact.name(), letter.subject(), letter.text(), letter.html(), invitation.id().subject(),
                Map.of("List-Unsubscribe", "<" + links.stopOf(invitation) + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), List.of()));
    }

    private boolean handOver(Actor actor, InvitationView invitation) {
        if (!store.sent(invitation.id(), InvitationState.PREPARED, null, clock.instant())) {
            return false;
        }
        store.deliver(invitation.id(), invitation.way(), null, actor.id(), clock.instant());
        return true;
    }

    /** Notes that texts were pasted, letters posted, forms faxed. */
    public int handedOver(Actor actor, RoundId id, Collection<InvitationId> wanted) {
        actor.mustHave(Invitations.COLLECT);
        roundStore.lock(id);
        var round = rounds.get(id);
        refuseClosed(round);
        var done = store.of(id).stream()
                .filter(i -> wanted.contains(i.id()) && i.state() == InvitationState.PREPARED && i.way() != Channel.MAIL)
                .filter(i -> handOver(actor, i))
                .count();
        if (done > 0) {
            begin(actor, round);
            tell(actor.id(), round, "handOver", Map.of("count", done));
        }
        return (int) done;
    }

    /** Reminds by hand; who has answered, opted out or left is passed over. Ways other than mail only note that it was done. */
    public Sent remind(Actor actor, RoundId id, Collection<InvitationId> wanted) {
        actor.mustHave(Invitations.COLLECT);
        var round = rounds.get(id);
        refuseClosed(round);
        int mailed = 0, tasks = 0, skipped = 0;
        for (var invitation : wanted.stream().distinct().flatMap(one -> store.find(one).stream()).filter(one -> one.round().equals(id)).toList()) {
            var contact = contacts.get(invitation.contact());
            if (!invitation.state().waiting() || !contact.reachable() || remindedJustNow(invitation)) {
                skipped++;
            } else if (invitation.way() == Channel.MAIL) {
                mailed += remind(invitation, contact, null, actor.id()) ? 1 : 0;
            } else {
                tasks += store.remind(Ids.next(), invitation.id(), null, invitation.way(), actor.id(), clock.instant()) ? 1 : 0;
            }
        }
        tell(actor.id(), round, "remind", Map.of("mails", mailed, "tasks", tasks, "skipped", skipped));
        return new Sent(mailed, tasks, 0, skipped);
    }

    /** Two clicks, or two colleagues at once, remind a customer once. */
    private boolean remindedJustNow(InvitationView invitation) {
        return invitation.remindedAt() != null && invitation.remindedAt().isAfter(clock.instant().minus(1, ChronoUnit.HOURS));
    }

    private boolean remind(InvitationView invitation, ContactView contact, @Nullable Integer afterDays, PersonId by) {
        if (!store.remind(Ids.next(), invitation.id(), afterDays, Channel.MAIL, by, clock.instant())) {
            return false;
        }
        store.lastMail(invitation.id(), post(WordingKind.REMINDER, invitation, contact));
        return true;
    }

    /** Reminds as the procedure says; safe to run at any time and twice. */
    void remindDue() {
        for (var round : roundStore.all()) {
            if (round.state() == RoundState.COLLECTING && !rounds.today().isAfter(round.closesOn()) && links.known().isPresent()) {
                remindDue(round);
            }
        }
    }

    /** In portions, so that a round of any size is reminded in flat memory. */
    private void remindDue(RoundView round) {
        store.optedOut(round.id()).forEach(invitations::letGo);
        var days = rounds.profileOf(round).section(SurveyRule.SECTION, SurveyRule.class).reminderDays();
        var behind = new UUID(0, 0);
        for (var due = remindable(round, days, behind); !due.isEmpty(); due = remindable(round, days, behind)) {
            for (var invitation : due) {
                var contact = contacts.get(invitation.contact());
                if (contact.reachable() && contact.email() != null && !remindedJustNow(invitation)) {
                    remind(invitation, contact, dueDay(invitation, days), PersonId.SYSTEM);
                }
            }
            behind = due.getLast().id().value();
        }
    }

    private List<InvitationView> remindable(RoundView round, List<Integer> days, UUID behind) {
        return store.remindable(round.id(), days, rounds.today(), rounds.zone(), behind, PORTION);
    }

    /** The latest day of the procedure that has come for this invitation; days that were missed are not made up one by one. */
    private int dueDay(InvitationView invitation, List<Integer> days) {
        var sent = java.time.LocalDate.ofInstant(Objects.requireNonNull(invitation.sentAt()), rounds.zone());
        var passed = ChronoUnit.DAYS.between(sent, rounds.today());
        return days.stream().filter(day -> day <= passed).max(Integer::compareTo).orElse(0);
    }

    /** Gives the contacts more time; links, due dates and reminders follow, and a round that was being checked collects again. */
    public void prolong(Actor actor, RoundId id, LocalDate closesOn, String reason) {
        actor.mustHave(Rounds.PLAN);
        roundStore.lock(id);
        var round = rounds.get(id);
        if (!round.state().takesAnswers()) {
            throw new BrokenRule("campaign.round.refused.notCollecting", round.number());
        }
        if (!closesOn.isAfter(round.closesOn()) || closesOn.isBefore(rounds.today())) {
            throw new InvalidInput("closesOn", "campaign.round.invalid.later", round.closesOn());
        }
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "campaign.round.invalid.reason");
        }
        var links = round.linksEndOn().plusDays(ChronoUnit.DAYS.between(round.closesOn(), closesOn));
        if (!roundStore.prolong(id, closesOn, links, round.version(), actor.id(), clock.instant())) {
            throw new BrokenRule("campaign.round.refused.closedForChange", round.number());
        }
        var after = rounds.get(id);
        store.due(id, after.closesAt(rounds.zone()));
        this.links.prolong(after);
        roundStore.step(id, RoundState.COLLECTING, reason.strip(), actor.id(), clock.instant());
        events.publishEvent(new Happening(id.subject(), "prolong", actor.id(), Map.of("closesOn", round.closesOn().toString()),
                Map.of("closesOn", closesOn.toString(), "reason", reason.strip()), clock.instant()));
        if (round.state() == RoundState.CHECKING) {
            rounds.advance(actor.id(), id, RoundState.COLLECTING, reason.strip());
        }
    }

    /** How far the mails have come. */
    @Transactional(readOnly = true)
    public Progress progress(RoundId id) {
        var mails = store.mails(id);
        return new Progress(mails.values().stream().mapToInt(Integer::intValue).sum(), mails.getOrDefault(MailState.SENT, 0),
                mails.getOrDefault(MailState.FAILED, 0), mails.getOrDefault(MailState.UNCERTAIN, 0));
    }

    /** The text to be pasted into a chat. */
    public Letter text(Actor actor, InvitationId id) {
        actor.mustHave(Invitations.COLLECT);
        return composer.compose(WordingKind.WECHAT, invitations.get(id));
    }

    /** What the mail looks like, for a look before sending. */
    @Transactional(readOnly = true)
    public Letter preview(Actor actor, RoundId id, WordingView wording) {
        actor.mustHave(Rounds.READ);
        return composer.sample(wording, rounds.get(id), somebody(id), actor.name());
    }

    /** Sends the text to oneself; its link leads nowhere and nobody counts it. */
    public UUID test(Actor actor, RoundId id, WordingKind kind, String language) {
        actor.mustHave(Invitations.COLLECT);
        var address = people.get(actor.id()).email();
        if (address == null || address.isBlank()) {
            throw new BrokenRule("campaign.round.refused.noOwnAddress");
        }
        var letter = composer.sample(wordings.of(kind, language), rounds.get(id), somebody(id), actor.name());
        var subject = composer.words(language).t("campaign.round.test.subject", letter.subject());
        return mails.send(new OutgoingMail(address, actor.name(), subject, letter.text(), letter.html(), id.subject(), Map.of(), List.of()));
    }

    /** Somebody of the round, so that a preview reads like a real letter. */
    private ContactView somebody(RoundId id) {
        return store.of(id).stream().findFirst().map(i -> contacts.get(i.contact()))
                .or(() -> invitations.askable(id).stream().flatMap(a -> a.people().stream()).map(Askable.Person::contact).findFirst())
                .orElseThrow(() -> new BrokenRule("campaign.round.refused.nobodyToShow"));
    }

    private void tell(PersonId by, RoundView round, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(round.id().subject(), verb, by, Map.of(), after, clock.instant()));
    }
}
