package org.huiyin.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.customer.ContactView;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Grade;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.StaleRecord;
import org.huiyin.kernel.Tokens;
import org.huiyin.organization.People;
import org.huiyin.records.Numbers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invitations of a round: who was asked, by which way, and what became of it (001/5.4.2.1). */
@Service
@Transactional
public class Invitations {

    static final String COLLECT = "round.collect";

    private final InvitationStore store;
    private final SampleStore samples;
    private final Rounds rounds;
    private final Links links;
    private final Contacts contacts;
    private final Directory directory;
    private final Numbers numbers;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Invitations(InvitationStore store, SampleStore samples, Rounds rounds, Links links, Contacts contacts, Directory directory,
            Numbers numbers, People people, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.samples = samples;
        this.rounds = rounds;
        this.links = links;
        this.contacts = contacts;
        this.directory = directory;
        this.numbers = numbers;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The invitation, for modules that have checked who asks. */
    @Transactional(readOnly = true)
    public InvitationView get(InvitationId id) {
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The invitation with the number, as it stands on the paper form. */
    @Transactional(readOnly = true)
    public Optional<InvitationView> byNumber(String number) {
        return store.byNumber(number.strip());
    }

    /** The invitation with the number, if the actor may read rounds. */
    @Transactional(readOnly = true)
    public InvitationView byNumber(Actor actor, String number) {
        actor.mustHave(Rounds.READ);
        return byNumber(number).orElseThrow(NotFound::new);
    }

    /** All invitations of a round by number. */
    @Transactional(readOnly = true)
    public List<InvitationView> of(RoundId round) {
        return store.of(round);
    }

    /** All invitations of a customer, the youngest first. */
    @Transactional(readOnly = true)
    public List<InvitationView> of(CustomerId customer) {
        return store.of(customer);
    }

    /** What the token of a link leads to; works without a company, since only the token knows it. */
    @Transactional(readOnly = true)
    public Optional<LinkView> byToken(String token) {
        return store.link(Tokens.hash(token), clock.instant());
    }

    /** The customers of the sample with the people there who have no invitation yet. */
    @Transactional(readOnly = true)
    public List<Askable> askable(RoundId id) {
        var round = rounds.get(id);
        var allowed = rounds.profileOf(round).section(SurveyRule.SECTION, SurveyRule.class).channels();
        var asked = store.of(id).stream().map(InvitationView::contact).collect(Collectors.toSet());
        var chosen = samples.entries(id).stream().filter(SampleStore.Entry::chosen).toList();
        var names = directory.customers(chosen.stream().map(SampleStore.Entry::customer).toList());
        var askable = new ArrayList<Askable>();
        for (var entry : chosen) {
            var people = contacts.of(entry.customer()).stream()
                    .filter(contact -> contact.reachable() && !asked.contains(contact.id()))
                    .map(contact -> person(contact, allowed))
                    .toList();
            var name = names.get(entry.customer());
            if (!people.isEmpty() && name != null) {
                askable.add(new Askable(entry.customer(), name.code(), name.name(), entry.grade(), people));
            }
        }
        return askable;
    }

    private static Askable.Person person(ContactView contact, List<Channel> allowed) {
        var possible = allowed.stream().filter(channel -> reaches(contact, channel)).toList();
        return new Askable.Person(contact, possible.isEmpty() ? Channel.VISIT : possible.getFirst(), possible);
    }

    /** Whether the contact's file says how to reach her by this way; a visit and a sheet always can. */
    static boolean reaches(ContactView contact, Channel channel) {
        return switch (channel) {
            case MAIL -> contact.email() != null;
            case FAX -> contact.fax() != null;
            case PHONE -> contact.phone() != null;
            case WECHAT -> contact.wechat() != null || contact.phone() != null;
            case LETTER, VISIT, SHEET -> true;
        };
    }

    /** Prepares invitations for everybody who may be asked, each by the way that fits. */
    public List<InvitationId> prepareAll(Actor actor, RoundId round) {
        return prepare(actor, round, askable(round).stream()
                .flatMap(customer -> customer.people().stream())
                .filter(person -> person.contact().weight().signum() > 0)
                .map(person -> new Choice(person.contact().id(), person.proposed()))
                .toList());
    }

    /** Prepares the invitations of these contacts; each gets the number of its answer. Who has one already is left alone. */
    public List<InvitationId> prepare(Actor actor, RoundId id, List<Choice> choices) {
        actor.mustHave(COLLECT);
        var round = rounds.get(id);
        if (round.state() != RoundState.APPROVED && !round.state().takesAnswers()) {
            throw new BrokenRule("campaign.round.refused.notApproved", round.number());
        }
        var grades = samples.entries(id).stream().filter(SampleStore.Entry::chosen)
                .collect(Collectors.toMap(SampleStore.Entry::customer, SampleStore.Entry::grade));
        var asked = store.of(id).stream().map(InvitationView::contact).collect(Collectors.toCollection(HashSet::new));
        var fresh = choices.stream().filter(choice -> asked.add(choice.contact())).toList();
        var people = directory.contacts(fresh.stream().map(Choice::contact).toList());
        fresh.forEach(choice -> check(choice, people.get(choice.contact()), grades));
        if (fresh.isEmpty()) {
            return List.of();
        }
        return insert(actor, round, fresh, people, grades);
    }

    private static void check(Choice choice, @Nullable ContactView contact, Map<CustomerId, Grade> grades) {
        if (contact == null || !grades.containsKey(contact.customer())) {
            throw new BrokenRule("campaign.round.refused.notInSample");
        }
        refuseUnreachable(contact, choice.channel());
    }

    private static void refuseUnreachable(ContactView contact, Channel channel) {
        if (!contact.reachable()) {
            throw new BrokenRule("campaign.round.refused.unreachable", contact.name());
        }
        if (!reaches(contact, channel)) {
            throw new BrokenRule("campaign.round.refused.noAddressFor", contact.name(), channel);
        }
    }

    private List<InvitationId> insert(Actor actor, RoundView round, List<Choice> fresh, Map<UUID, ContactView> people, Map<CustomerId, Grade> grades) {
        var owners = directory.customers(people.values().stream().map(ContactView::customer).toList());
        var due = round.closesAt(rounds.zone());
        var reserved = numbers.reserve(rounds.profileOf(round).prefix("answer"), round.opensOn().getYear(), fresh.size());
        var ids = new ArrayList<InvitationId>();
        for (int i = 0; i < fresh.size(); i++) {
            var contact = java.util.Objects.requireNonNull(people.get(fresh.get(i).contact()));
            var owner = owners.get(contact.customer());
            var id = new InvitationId(Ids.next());
            store.insert(new InvitationView(id, round.id(), contact.customer(), contact.id(), reserved.get(i).toString(), fresh.get(i).channel(),
                    contact.language(), contact.weight(), grades.getOrDefault(contact.customer(), Grade.UNCLASSIFIED), InvitationState.PREPARED, null,
                    null, null, due, owner == null || owner.owner() == null ? round.plannedBy() : owner.owner(), null, null, 1, 0, null, 1), clock.instant());
            ids.add(id);
        }
        tell(actor.id(), round, "prepare", Map.of("count", ids.size(), "first", reserved.getFirst().toString(), "last", reserved.getLast().toString()));
        return ids;
    }

    private void tell(PersonId by, RoundView round, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(round.id().subject(), verb, by, Map.of(), after, clock.instant()));
    }

    /** The address that the contact opens; shown to who sends it on by hand. */
    public String link(Actor actor, InvitationId id) {
        actor.mustHave(COLLECT);
        return links.of(live(id));
    }

    private InvitationView live(InvitationId id) {
        var invitation = get(id);
        if (!invitation.state().live()) {
            throw new BrokenRule("campaign.round.refused.over", invitation.number(), invitation.state());
        }
        return invitation;
    }

    /** Asks by another way; what went out by the old one stays in the history. */
    public void changeChannel(Actor actor, InvitationId id, Channel channel) {
        actor.mustHave(COLLECT);
        var before = live(id);
        if (before.way() == channel) {
            return;
        }
        refuseUnreachable(contacts.get(before.contact()), channel);
        var state = before.state() == InvitationState.OPENED ? InvitationState.OPENED : InvitationState.PREPARED;
        if (!store.channel(id, channel, state, before.version())) {
            throw stale();
        }
        store.step(id, "CHANNEL", before.channel(), channel.name(), "", actor.id(), clock.instant());
        tell(actor.id(), id, "changeChannel", Map.of("channel", before.channel()), Map.of("channel", channel.name()));
    }

    /** Asks another person at the same customer; the old link is closed. */
    public void changeContact(Actor actor, InvitationId id, UUID contact, String reason) {
        actor.mustHave(COLLECT);
        var before = live(id);
        var next = contacts.get(contact);
        if (!next.customer().equals(before.customer())) {
            throw new NotFound();
        }
        if (store.of(before.round()).stream().anyMatch(other -> other.contact().equals(contact))) {
            throw new BrokenRule("campaign.round.refused.askedAlready", next.name());
        }
        var allowed = rounds.profileOf(rounds.get(before.round())).section(SurveyRule.SECTION, SurveyRule.class).channels();
        var way = reaches(next, before.way()) ? before.way() : person(next, allowed).proposed();
        refuseUnreachable(next, way);
        links.revoke(id);
        var after = new InvitationView(id, before.round(), before.customer(), contact, before.number(), way, next.language(), next.weight(),
                before.stratum(), InvitationState.PREPARED, before.sentAt(), null, null, before.dueAt(), before.assignedTo(), null, null,
                before.issue() + 1, before.reminders(), before.remindedAt(), before.version());
        if (!store.contact(after, before.version())) {
            throw stale();
        }
        store.step(id, "CONTACT", before.contact().toString(), contact.toString(), reason.strip(), actor.id(), clock.instant());
        tell(actor.id(), id, "changeContact", Map.of("contact", before.contact()), Map.of("contact", contact));
    }

    private StaleRecord stale() {
        return new StaleRecord("", clock.instant(), List.of());
    }

    /** Passes the invitations on to a colleague, who looks after them from now on. */
    public void assign(Actor actor, Collection<InvitationId> ids, PersonId colleague) {
        actor.mustHave(COLLECT);
        var name = people.get(colleague).name();
        for (var id : ids) {
            var before = get(id);
            if (!colleague.equals(before.assignedTo())) {
                store.assign(id, colleague);
                var old = before.assignedTo() == null ? "" : before.assignedTo().value().toString();
                store.step(id, "ASSIGNED", old, colleague.value().toString(), "", actor.id(), clock.instant());
                tell(actor.id(), id, "assign", Map.of("to", old), Map.of("to", colleague.value(), "name", name));
            }
        }
    }

    /** Takes the invitation back: its link opens no more. */
    public void revoke(Actor actor, InvitationId id, String reason) {
        actor.mustHave(COLLECT);
        var before = live(id);
        if (reason.isBlank()) {
            throw new InvalidInput("reason", "campaign.round.invalid.reason");
        }
        links.revoke(id);
        if (!store.become(id, before.state(), InvitationState.REVOKED)) {
            throw stale();
        }
        store.step(id, "REVOKED", before.state().name(), "", reason.strip(), actor.id(), clock.instant());
        tell(actor.id(), id, "revoke", Map.of("state", before.state().name()), Map.of("reason", reason.strip()));
    }

    /** Gives the contact a new link; the old one opens no more. A revoked invitation comes back. */
    public void reissue(Actor actor, InvitationId id) {
        actor.mustHave(COLLECT);
        var before = get(id);
        if (before.state() == InvitationState.ANSWERED || before.state() == InvitationState.OPTED_OUT) {
            throw new BrokenRule("campaign.round.refused.over", before.number(), before.state());
        }
        links.revoke(id);
        if (!store.reissue(id, InvitationState.PREPARED)) {
            throw stale();
        }
        store.step(id, "REISSUED", before.state().name(), "", "", actor.id(), clock.instant());
        tell(actor.id(), id, "reissue", Map.of("issue", before.issue()), Map.of("issue", before.issue() + 1));
    }

    /** Notes that a letter or mail has come back. */
    public void bounced(Actor actor, InvitationId id, String reason) {
        actor.mustHave(COLLECT);
        noteBounce(actor.id(), id, reason.strip());
    }

    void noteBounce(PersonId by, InvitationId id, String reason) {
        var before = get(id);
        store.trouble(id, reason.length() > 500 ? reason.substring(0, 500) : reason);
        if (before.state() == InvitationState.SENT && store.become(id, InvitationState.SENT, InvitationState.BOUNCED)) {
            store.step(id, "BOUNCED", "", before.channel(), reason.length() > 500 ? reason.substring(0, 500) : reason, by, clock.instant());
            tell(by, id, "bounce", Map.of(), Map.of("reason", reason));
        }
    }

    /** Notes that the contact has opened the form for the first time. */
    public void opened(InvitationId id) {
        if (store.opened(id, clock.instant())) {
            store.step(id, "OPENED", "", "", "", null, clock.instant());
        }
    }

    /** Notes that the answer is in; false when it was in before or the invitation is revoked. */
    public boolean answered(InvitationId id, Instant at) {
        if (!store.answered(id, at)) {
            return false;
        }
        store.step(id, "ANSWERED", "", "", "", null, at);
        tell(null, id, "answer", Map.of(), Map.of());
        return true;
    }

    /** The contact says by the link in the mail that she wants no more questionnaires: in no round. */
    public void stop(InvitationId id) {
        contacts.optOut(get(id).contact());
        letGo(get(id).contact());
    }

    /** Lets everything rest that waits for a contact who wants no more questionnaires. */
    void letGo(UUID contact) {
        for (var invitation : store.ofContact(contact)) {
            if (invitation.state().live() && store.become(invitation.id(), invitation.state(), InvitationState.OPTED_OUT)) {
                store.step(invitation.id(), "OPTED_OUT", invitation.state().name(), "", "", null, clock.instant());
                tell(null, invitation.id(), "optOut", Map.of("state", invitation.state().name()), Map.of());
            }
        }
    }

    /** What happened to the invitation, the first thing first. */
    @Transactional(readOnly = true)
    public List<InvitationStep> history(InvitationId id) {
        var names = people.names();
        var events = store.history(id);
        var ids = events.stream().filter(e -> e.what().equals("CONTACT")).flatMap(e -> java.util.stream.Stream.of(e.before(), e.after()))
                .map(UUID::fromString).collect(Collectors.toSet());
        var contactNames = directory.contacts(ids).values().stream().collect(Collectors.toMap(c -> c.id().toString(), ContactView::name));
        return events.stream().map(e -> Histories.step(e, names, contactNames)).toList();
    }

    private void tell(@Nullable PersonId by, InvitationId id, String verb, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, by, before, after, clock.instant()));
    }
}
