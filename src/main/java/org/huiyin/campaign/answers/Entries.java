package org.huiyin.campaign.answers;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huiyin.campaign.InvitationId;
import org.huiyin.campaign.InvitationState;
import org.huiyin.campaign.InvitationView;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.Contacts;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Ids;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.platform.CompanyScope;
import org.huiyin.records.AttachmentView;
import org.huiyin.records.Attachments;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers that one of us writes down: asked on the telephone or on a visit, or typed in from paper, which a second
 * person compares with its scan before it counts (001/5.4.2.1, 000/5-1, 003/4.5.2).
 */
@Service
@Transactional
public class Entries {

    private static final String COLLECT = "round.collect";
    private static final Pattern LINK = Pattern.compile(".*/a/([A-Za-z0-9_-]{10,64}).*");

    private final SubmissionStore submissions;
    private final AnswerStore answers;
    private final PaperStore papers;
    private final RoundForms forms;
    private final Rounds rounds;
    private final Invitations invitations;
    private final Customers customers;
    private final Contacts contacts;
    private final People people;
    private final Attachments attachments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Entries(SubmissionStore submissions, AnswerStore answers, PaperStore papers, RoundForms forms, Rounds rounds,
            Invitations invitations, Customers customers, Contacts contacts, People people, Attachments attachments,
            ApplicationEventPublisher events, Clock clock) {
        this.submissions = submissions;
        this.answers = answers;
        this.papers = papers;
        this.forms = forms;
        this.rounds = rounds;
        this.invitations = invitations;
        this.customers = customers;
        this.contacts = contacts;
        this.people = people;
        this.attachments = attachments;
        this.events = events;
        this.clock = clock;
    }

    /** A scan or photo of the paper form. */
    public record Scan(String name, InputStream content) {}

    /** What waits to be written down in the round, as far as it is this person's. */
    @Transactional(readOnly = true)
    public EntryDesk desk(Actor actor, RoundId id) {
        actor.mustHave(COLLECT);
        var names = people.names();
        var silent = new ArrayList<EntryDesk.Line>();
        var typed = new LinkedHashMap<InvitationId, PaperEntry>();
        papers.open(id).forEach(entry -> typed.put(entry.invitation(), entry));
        var lines = new ArrayList<EntryDesk.PaperLine>();
        for (InvitationView invitation : invitations.of(id)) {
            if (!mine(actor, invitation) || !invitation.state().live() && invitation.state() != InvitationState.OPTED_OUT) {
                continue;
            }
            var customer = customers.get(invitation.customer()).name();
            var contact = contacts.get(invitation.contact()).name();
            var entry = typed.get(invitation.id());
            if (entry == null || entry.sentBack()) {
                silent.add(new EntryDesk.Line(invitation, customer, contact));
            }
            if (entry != null) {
                lines.add(new EntryDesk.PaperLine(entry, invitation, customer, contact, entry.typedBy().equals(actor.id()),
                        names.get(entry.typedBy())));
            }
        }
        return new EntryDesk(rounds.get(id), silent, lines);
    }

    /** The invitation by the number printed on the form, or by the link that a scanner reads from its QR code. */
    @Transactional(readOnly = true)
    public Optional<InvitationView> find(Actor actor, RoundId round, String typed) {
        actor.mustHave(COLLECT);
        var link = LINK.matcher(typed.strip());
        Optional<InvitationView> found = link.matches()
                ? invitations.byToken(link.group(1)).filter(l -> l.company().equals(CompanyScope.required())).map(l -> invitations.get(l.invitation()))
                : invitations.byNumber(typed.strip().toUpperCase(java.util.Locale.ROOT));
        return found.filter(i -> i.round().equals(round) && mine(actor, i));
    }

    /** The invitation with the number, if this person collects from its customer. */
    @Transactional(readOnly = true)
    public InvitationView invitation(Actor actor, RoundId round, String number) {
        return find(actor, round, number).orElseThrow(NotFound::new);
    }

    private boolean mine(Actor actor, InvitationView invitation) {
        return actor.may("customer.readAll") || actor.id().equals(invitation.assignedTo())
                || actor.id().equals(customers.get(invitation.customer()).details().owner());
    }

    /** The youngest form typed in for the invitation. */
    @Transactional(readOnly = true)
    public Optional<PaperEntry> paper(InvitationId invitation) {
        return papers.latest(invitation);
    }

    /** The form with the identity. */
    @Transactional(readOnly = true)
    public PaperEntry paper(UUID id) {
        return papers.find(id).orElseThrow(NotFound::new);
    }

    /** The invitation that the form answers, if this person collects from its customer. */
    @Transactional(readOnly = true)
    public InvitationView invitationOf(Actor actor, RoundId round, PaperEntry entry) {
        var invitation = invitation(actor, entry.invitation());
        if (!invitation.round().equals(round)) {
            throw new NotFound();
        }
        return invitation;
    }

    /** The scans of a form. */
    @Transactional(readOnly = true)
    public List<AttachmentView> scans(PaperEntry entry) {
        return attachments.of(entry.subject());
    }

    /** Stores an answer that was asked on the telephone or on a visit; the same one sent twice is one. */
    public AnswerId enter(Actor actor, InvitationId id, StaffEntry entry) {
        actor.mustHave(COLLECT);
        var invitation = invitation(actor, id);
        var round = takingAnswers(invitation);
        if (!entry.channel().spoken() && entry.channel() != AnswerChannel.SHEET) {
            throw new InvalidInput("channel", "campaign.answer.invalid.channel");
        }
        if (entry.channel().spoken() && (entry.interviewer() == null || !people.names().containsKey(entry.interviewer()))) {
            throw new InvalidInput("interviewer", "campaign.answer.invalid.interviewer");
        }
        var twice = sameAgain(invitation, entry.content(), round, actor.id());
        if (twice != null) {
            return twice;
        }
        boolean sheet = entry.channel() == AnswerChannel.SHEET;
        return store(invitation, round, entry, actor.id(), sheet, clock.instant(), late(invitation, entry.receivedOn()));
    }

    /** Keeps a paper form with its scan until somebody else has compared the two. */
    public PaperEntry type(Actor actor, InvitationId id, StaffEntry entry, @Nullable Scan scan) {
        actor.mustHave(COLLECT);
        var invitation = invitation(actor, id);
        var round = takingAnswers(invitation);
        if (sameAgain(invitation, entry.content(), round, actor.id()) != null) {
            throw answered(invitation);
        }
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        var problems = new LinkedHashMap<>(FormCheck.problems(form, entry.content(), true));
        papersOnly(entry, scan, form, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        var before = papers.latest(id).filter(PaperEntry::waiting);
        if (before.isPresent() && same(before.get(), entry, actor)) {
            return before.get();
        }
        var stored = papers.insert(id, entry, Objects.requireNonNull(entry.formRevision()), Objects.requireNonNull(entry.receivedOn()),
                actor.id(), clock.instant());
        var view = papers.find(stored).orElseThrow();
        if (scan != null) {
            attachments.store(actor, view.subject(), scan.name(), scan.content());
        }
        tell(actor, id, "typeIn", Map.of("entry", stored, "channel", entry.channel().name()));
        return view;
    }

    private static boolean same(PaperEntry before, StaffEntry entry, Actor actor) {
        return before.typedBy().equals(actor.id()) && before.content().equals(entry.content()) && before.channel() == entry.channel();
    }

    private void papersOnly(StaffEntry entry, @Nullable Scan scan, RoundForm form, Map<String, Sentence> problems) {
        if (!entry.channel().paper()) {
            problems.put("channel", new Sentence("campaign.answer.invalid.channel"));
        }
        if (!form.revision().equalsIgnoreCase(Objects.requireNonNullElse(entry.formRevision(), "").strip())) {
            problems.put("formRevision", new Sentence("campaign.answer.invalid.revision",
                    Objects.requireNonNullElse(entry.formRevision(), ""), form.revision()));
        }
        var received = entry.receivedOn();
        if (received == null || received.isAfter(rounds.today())) {
            problems.put("receivedOn", new Sentence("campaign.answer.invalid.received"));
        }
        if (scan == null) {
            problems.put("scan", new Sentence("campaign.answer.invalid.scan"));
        }
    }

    /** What the second person says: the form says what the scan says and becomes an answer, or goes back with a reason. */
    public @Nullable AnswerId check(Actor actor, UUID entryId, boolean agrees, String reason) {
        actor.mustHave(COLLECT);
        var entry = papers.find(entryId).orElseThrow(NotFound::new);
        var invitation = invitation(actor, entry.invitation());
        if (entry.typedBy().equals(actor.id())) {
            throw new BrokenRule("campaign.answer.refused.checkOwn");
        }
        if (!papers.latest(entry.invitation()).orElseThrow().id().equals(entryId)) {
            throw new BrokenRule("campaign.answer.refused.newerEntry");
        }
        if (!agrees && reason.isBlank()) {
            throw new InvalidInput("reason", "campaign.answer.invalid.difference");
        }
        if (!papers.check(entryId, agrees, reason.strip(), actor.id(), clock.instant())) {
            throw new BrokenRule("campaign.answer.refused.checkedAlready");
        }
        tell(actor, entry.invitation(), agrees ? "agree" : "sendBack", Map.of("entry", entryId, "reason", reason.strip()));
        if (!agrees) {
            return null;
        }
        var staff = new StaffEntry(entry.channel(), entry.content(), null, entry.formRevision(), entry.receivedOn());
        return store(invitation, takingAnswers(invitation), staff, entry.typedBy(), true, clock.instant(),
                late(invitation, entry.receivedOn()));
    }

    AnswerId store(InvitationView invitation, RoundView round, StaffEntry entry, PersonId enteredBy, boolean blankAllowed, Instant at,
            boolean late) {
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        var card = FormCheck.score(form, entry.content(), blankAllowed);
        var last = answers.lastScore(round.id(), invitation.customer(), invitation.contact());
        var answer = new NewAnswer(new AnswerId(Ids.next()), round.id(), invitation.id(), invitation.customer(), invitation.contact(),
                invitation.stratum(), invitation.weight(), entry.content(), card, Doubting.ofEntry(form, entry.content(), card, last), entry.channel(),
                invitation.language(), enteredBy, entry.interviewer(), false, null, late, entry.formRevision(),
                round.profileVersion(), round.questionnaireVersion(), at);
        switch (submissions.submit(answer, form)) {
            case STORED -> {
                events.publishEvent(new AnswerSubmitted(answer.id(), answer.round(), answer.invitation(), answer.customer()));
                events.publishEvent(Submissions.happening(answer));
            }
            case THERE_ALREADY -> throw answered(invitation);
            case ROUND_SHUT -> throw new BrokenRule("campaign.answer.refused.round", round.number());
        }
        return answer.id();
    }

    private InvitationView invitation(Actor actor, InvitationId id) {
        var invitation = invitations.get(id);
        if (!mine(actor, invitation)) {
            throw new NotFound();
        }
        return invitation;
    }

    private RoundView takingAnswers(InvitationView invitation) {
        var round = rounds.get(invitation.round());
        if (!round.state().takesAnswers() && round.state() != RoundState.FROZEN) {
            throw new BrokenRule("campaign.answer.refused.round", round.number());
        }
        if (invitation.state() == InvitationState.REVOKED) {
            throw new BrokenRule("campaign.answer.refused.revoked", invitation.number());
        }
        return round;
    }

    /** The answer that this person has just stored with the same content; refused when it is another one. */
    private @Nullable AnswerId sameAgain(InvitationView invitation, FormContent content, RoundView round, PersonId actor) {
        var there = answers.of(invitation.id()).map(AnswerRow::answer).orElse(null);
        if (there == null) {
            return null;
        }
        var form = forms.of(round.profileVersion(), round.questionnaireVersion());
        boolean same = form.items().stream().allMatch(item -> {
            var given = content.item(item.id());
            return Objects.equals(there.items().get(item.id()), given.isEmpty() ? AnswerView.BLANK : given);
        });
        if (same && actor.equals(there.enteredBy()) && there.comments().equals(content.comments())) {
            return there.id();
        }
        throw answered(invitation);
    }

    private BrokenRule answered(InvitationView invitation) {
        return new BrokenRule("campaign.answer.refused.already", invitation.number());
    }

    private boolean late(InvitationView invitation, @Nullable LocalDate received) {
        if (received == null) {
            return !clock.instant().isBefore(invitation.dueAt());
        }
        return !received.isBefore(LocalDate.ofInstant(invitation.dueAt(), rounds.zone()));
    }

    private void tell(Actor actor, InvitationId id, String verb, Map<String, @Nullable Object> after) {
        events.publishEvent(new Happening(id.subject(), verb, actor.id(), Map.of(), after, clock.instant()));
    }
}
