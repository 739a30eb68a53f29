package org.huiyin.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Validity;
import org.huiyin.customer.CustomerId;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.MailState;
import org.huiyin.organization.People;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked in a round and how it stands with each, the risky ones first; silence is an answer of its own. */
@Service
@Transactional(readOnly = true)
public class Respondents {

    private final InvitationStore store;
    private final Rounds rounds;
    private final SampleDraw draw;
    private final Directory directory;
    private final Answers answers;
    private final People people;
    private final Clock clock;

    Respondents(InvitationStore store, Rounds rounds, SampleDraw draw, Directory directory, Answers answers, People people, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.draw = draw;
        this.directory = directory;
        this.answers = answers;
        this.people = people;
        this.clock = clock;
    }

    /** What the rows of one list share. */
    private record Known(
            RoundView round, List<Integer> reminderDays, Map<CustomerId, Directory.Entry> customers, Map<java.util.UUID, String> contacts,
            Map<InvitationId, AnswerView> answers, Map<PersonId, String> names, Map<CustomerId, Integer> complaints) {}

    /** The contacts of the round that the filter takes. */
    public List<Respondent> of(RoundId id, RespondentFilter filter) {
        var round = rounds.get(id);
        var all = store.of(id);
        var known = known(round, all);
        return all.stream().map(i -> row(i, known)).filter(filter::takes)
                .sorted(Comparator.comparingInt((Respondent r) -> r.standing().rank())
                        .thenComparing(r -> Objects.requireNonNullElse(r.invitation().sentAt(), Instant.MAX))
                        .thenComparing(r -> r.invitation().number()))
                .toList();
    }

    private Known known(RoundView round, List<InvitationView> all) {
        var given = new HashMap<InvitationId, AnswerView>();
        answers.each(round.id(), answer -> given.put(answer.invitation(), answer));
        var contacts = new HashMap<java.util.UUID, String>();
        directory.contacts(all.stream().map(InvitationView::contact).toList()).forEach((id, contact) -> contacts.put(id, contact.name()));
        var days = rounds.profileOf(round).section(SurveyRule.SECTION, SurveyRule.class).reminderDays();
        return new Known(round, days, directory.customers(all.stream().map(InvitationView::customer).toList()), contacts, given, people.names(),
                draw.complaintsSince(rounds.today().minusMonths(12)));
    }

    private Respondent row(InvitationView i, Known known) {
        var customer = known.customers().get(i.customer());
        var answer = known.answers().get(i.id());
        return new Respondent(i, customer == null ? "" : customer.code(), customer == null ? "" : customer.called(),
                known.contacts().getOrDefault(i.contact(), ""), i.assignedTo() == null ? null : known.names().get(i.assignedTo()),
                standing(i, answer, known), remarks(i, known), answer == null ? null : filledBy(answer, known));
    }

    private Standing standing(InvitationView i, @Nullable AnswerView answer, Known known) {
        return switch (i.state()) {
            case PREPARED -> new Standing(new Sentence("campaign.invitationState.prepared"), "", "", 50);
            case BOUNCED -> new Standing(new Sentence("campaign.invitationState.bounced"), "bad", "", 0);
            case REVOKED -> new Standing(new Sentence("campaign.invitationState.revoked"), "", "", 90);
            case OPTED_OUT -> new Standing(new Sentence("campaign.invitationState.opted_out"), "", "hand-stop", 80);
            case ANSWERED -> answered(answer);
            case SENT, OPENED -> waiting(i, known);
        };
    }

    private static Standing answered(@Nullable AnswerView answer) {
        if (answer == null || answer.validity() == Validity.VALID || answer.validity() == Validity.CONFIRMED) {
            var key = answer != null && answer.late() ? "campaign.round.standing.late" : "campaign.round.standing.valid";
            return new Standing(new Sentence(key), "ok", "", 70);
        }
        return answer.validity() == Validity.DOUBTFUL
                ? new Standing(new Sentence("campaign.round.standing.doubtful"), "warn", "flag", 30)
                : new Standing(new Sentence("campaign.round.standing.invalid"), "", "", 75);
    }

    private Standing waiting(InvitationView i, Known known) {
        if (i.mailState() == MailState.UNCERTAIN) {
            return new Standing(new Sentence("campaign.round.standing.uncertain"), "warn", "help-circle", 5);
        }
        if (i.mailState() == MailState.QUEUED || i.mailState() == MailState.SENDING) {
            return new Standing(new Sentence("campaign.round.standing.queued"), "info", "", 40);
        }
        var days = days(i);
        var first = known.reminderDays().isEmpty() ? Integer.MAX_VALUE : known.reminderDays().getFirst();
        if (days < first) {
            return new Standing(new Sentence("campaign.round.standing.sent", days), "info", "", 40);
        }
        var last = known.reminderDays().isEmpty() ? Integer.MAX_VALUE : known.reminderDays().getLast();
        return new Standing(new Sentence("campaign.round.standing.silent", days), days >= last ? "bad" : "warn", days >= last ? "" : "clock", days >= last ? 10 : 20);
    }

    private long days(InvitationView i) {
        return i.sentAt() == null ? 0 : ChronoUnit.DAYS.between(LocalDate.ofInstant(i.sentAt(), rounds.zone()), LocalDate.ofInstant(clock.instant(), rounds.zone()));
    }

    private List<Sentence> remarks(InvitationView i, Known known) {
        var remarks = new ArrayList<Sentence>();
        if (i.trouble() != null && !i.trouble().isBlank()) {
            remarks.add(new Sentence("campaign.round.remark.trouble", i.trouble()));
        }
        if (i.openedAt() != null && i.answeredAt() == null) {
            remarks.add(new Sentence("campaign.round.remark.opened", LocalDate.ofInstant(i.openedAt(), rounds.zone())));
        } else if (i.sentAt() != null && i.state() == InvitationState.SENT) {
            remarks.add(new Sentence("campaign.round.remark.unopened", LocalDate.ofInstant(i.sentAt(), rounds.zone())));
        }
        if (i.reminders() > 0) {
            remarks.add(new Sentence("campaign.round.remark.reminded", i.reminders()));
        }
        var complaints = known.complaints().getOrDefault(i.customer(), 0);
        if (complaints > 0) {
            remarks.add(new Sentence("campaign.round.remark.complaints", complaints));
        }
        return remarks;
    }

    private static Sentence filledBy(AnswerView answer, Known known) {
        var by = answer.interviewer() != null ? answer.interviewer() : answer.enteredBy();
        if (by == null) {
            return new Sentence("campaign.round.filled.self");
        }
        var name = known.names().getOrDefault(by, "");
        return new Sentence(answer.interviewer() != null ? "campaign.round.filled.interview" : "campaign.round.filled.typed", name);
    }
}
