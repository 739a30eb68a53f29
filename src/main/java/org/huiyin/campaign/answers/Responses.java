package org.huiyin.campaign.answers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.huiyin.campaign.Invitations;
import org.huiyin.campaign.RoundState;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Ids;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a contact does behind her link: opens the form, keeps a draft, sends the answer, asks to be left alone
 * (001/5.4.2.1). The token is the capability; nothing else is asked and no address is kept.
 */
@Service
public class Responses {

    private static final int LONGEST_SECONDS = 90 * 24 * 3600;

    private final DoorStore doors;
    private final SubmissionStore store;
    private final RoundForms forms;
    private final Invitations invitations;
    private final Openings openings;
    private final Submissions submissions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Responses(DoorStore doors, SubmissionStore store, RoundForms forms, Invitations invitations, Openings openings, Submissions submissions,
            TransactionTemplate transaction, Clock clock) {
        this.doors = doors;
        this.store = store;
        this.forms = forms;
        this.invitations = invitations;
        this.openings = openings;
        this.submissions = submissions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whose link it is, for the page on which the contact asks to be left alone; nothing is noted. */
    public Optional<Caller> caller(String token) {
        return doors.open(token).map(door -> new Caller(door.companyName(), door.language(), door.optedOut(), door.answer() != null));
    }

    /** The little that such a page shows. */
    public record Caller(String company, String language, boolean optedOut, boolean answered) {}

    /** What awaits the contact; the first visit is noted. */
    public Reception open(String token) {
        var door = doors.open(token).orElse(null);
        if (door == null) {
            return new Reception.Unknown();
        }
        var shut = shut(door);
        if (shut != null) {
            return shut;
        }
        if (door.openedAt() == null) {
            openings.note(door.company(), door.invitation(), clock.instant());
        }
        return form(door, store.draft(door.draft()));
    }

    /** The form again with what was typed, after it was refused. */
    public Reception reopen(String token, FormContent typed) {
        var door = doors.open(token).orElse(null);
        if (door == null) {
            return new Reception.Unknown();
        }
        var shut = shut(door);
        return shut != null ? shut : form(door, typed);
    }

    /** Keeps what was typed so far, also a form that is not complete; what the form does not know is left out. */
    public DraftSaved save(String token, FormContent typed, int version) {
        var door = doors.open(token).orElse(null);
        if (door == null || shut(door) != null) {
            return new DraftSaved.Closed();
        }
        var now = clock.instant();
        var saved = CompanyScope.get(door.company(),
                () -> transaction.execute(status -> store.save(door.invitation(), known(typed, formOf(door)), version, now)));
        if (saved.isPresent()) {
            return new DraftSaved.Saved(saved.getAsInt(), now, door.zone());
        }
        var other = doors.open(token).orElse(door);
        return other.answer() != null ? new DraftSaved.Closed()
                : new DraftSaved.Overtaken(other.draftVersion(), store.draft(other.draft()), other.savedAt(), other.zone());
    }

    /**
     * Takes the answer: refused with a sentence per item while it is not complete; whoever sends it again is thanked
     * again and changes nothing.
     *
     * @param language the language in which it was filled in; the contact's where it is not said
     * @param drawnAt when the form was drawn, to know how long it took
     * @param staff whether this browser belongs to somebody of the company
     */
    public Reception submit(String token, FormContent typed, @Nullable String language, @Nullable Instant drawnAt, StaffDevice staff) {
        var door = doors.openToScore(token).orElse(null);
        if (door == null) {
            return new Reception.Unknown();
        }
        var shut = shut(door);
        if (shut != null) {
            return shut;
        }
        var now = clock.instant();
        var form = formOf(door);
        var card = FormCheck.score(form, typed, false);
        int seconds = seconds(door, drawnAt, now);
        boolean desk = staff.belongsTo(door.company());
        var answer = new NewAnswer(new AnswerId(Ids.next()), door.round(), door.invitation(), door.customer(), door.contact(),
                door.stratum(), door.weight(), typed, card, Doubting.ofLink(form, typed, card, seconds, door.lastScore(), desk),
                AnswerChannel.through(door.channel()), language == null ? door.language() : language, null, null, desk, seconds, door.late(now), null,
                door.profile(), door.questionnaire(), now);
        return store(door, form, answer);
    }

    private Reception store(Door door, RoundForm form, NewAnswer answer) {
        var outcome = submissions.take(door.company(), answer, form);
        return outcome == SubmissionStore.Outcome.ROUND_SHUT
                ? new Reception.Gone(Door.Closed.OVER.name(), door.companyName(), door.language())
                : new Reception.Thanks(door.companyName(), door.language(), door.number(), answer.late(), door.optedOut(), answer.at());
    }

    /** The contact wants no more questionnaires from this company; her draft and her answer stay. */
    public Reception optOut(String token) {
        var door = doors.open(token).orElse(null);
        if (door == null) {
            return new Reception.Unknown();
        }
        in(door, () -> invitations.stop(door.invitation()));
        return new Reception.Left(door.companyName(), door.language());
    }

    /** The time from the first touch: the oldest of draft and drawn page, since somebody may come back on another device. */
    private static int seconds(Door door, @Nullable Instant drawnAt, Instant now) {
        var from = drawnAt == null || drawnAt.isAfter(now) ? now : drawnAt;
        if (door.startedAt() != null && door.startedAt().isBefore(from)) {
            from = door.startedAt();
        }
        return (int) Math.clamp(Duration.between(from, now).toSeconds(), 0, LONGEST_SECONDS);
    }

    private @Nullable Reception shut(Door door) {
        if (door.answer() != null && door.answeredAt() != null) {
            return new Reception.Thanks(door.companyName(), door.language(), door.number(), !door.answeredAt().isBefore(door.dueAt()),
                    door.optedOut(), door.answeredAt());
        }
        var why = door.closed(clock.instant());
        return why == null ? null : new Reception.Gone(why.name(), door.companyName(), door.language());
    }

    private Reception form(Door door, FormContent content) {
        var now = clock.instant();
        var form = formOf(door);
        return new Reception.Open(door.companyName(), door.contactName(), door.language(), door.number(), form, content,
                LocalDate.ofInstant(door.dueAt().minusSeconds(1), door.zone()), door.late(now), door.roundState() == RoundState.FROZEN,
                door.confidential(), form.profile().section("retention").path("survey").asInt(3), door.draftVersion(), door.savedAt(), door.zone());
    }

    private RoundForm formOf(Door door) {
        return CompanyScope.get(door.company(), () -> forms.of(door.profile(), door.questionnaire()));
    }

    private static FormContent known(FormContent typed, RoundForm form) {
        var ids = form.items().stream().map(item -> item.id()).collect(java.util.stream.Collectors.toSet());
        var items = new LinkedHashMap<>(typed.items());
        items.keySet().retainAll(ids);
        var comments = new LinkedHashMap<String, String>();
        typed.comments().forEach((id, text) -> {
            if (ids.contains(id) && !text.isBlank()) {
                comments.put(id, cut(text, FormCheck.LONGEST_COMMENT));
            }
        });
        var wanted = new java.util.LinkedHashSet<>(typed.wanted());
        wanted.retainAll(ids);
        return new FormContent(items, comments, wanted, typed.overall() == null ? null : cut(typed.overall(), FormCheck.LONGEST_WORD));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private void in(Door door, Runnable work) {
        CompanyScope.run(door.company(), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    /** Says of a company whether the browser at hand belongs to its staff. */
    @FunctionalInterface
    public interface StaffDevice {
        boolean belongsTo(CompanyId company);
    }
}
