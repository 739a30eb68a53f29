package org.huiyin.complaint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.customer.CustomerId;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.NewPromise;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.PromiseKind;
import org.huiyin.voice.PromiseView;
import org.huiyin.voice.Promises;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promises of a complaint: acknowledgement, first assessment, answer, final report (001/5.2.1.3, 5.2.2.3, 5.2.2.6; D5). */
@Component
class Clocks {

    private static final String ACKNOWLEDGE = "COMPLAINT_ACKNOWLEDGE";
    private static final String ASSESS = "COMPLAINT_ASSESSMENT";
    private static final String OCCASIONAL = "COMPLAINT_OCCASIONAL";
    private static final String FINAL = "COMPLAINT_FINAL";
    private static final int LONGEST_WORDS = 4000;
    private static final int LONGEST_NAME = 120;

    private final Voices voices;
    private final Promises promises;
    private final Procedures procedures;

    Clocks(Voices voices, Promises promises, Procedures procedures) {
        this.voices = voices;
        this.promises = promises;
        this.procedures = procedures;
    }

    /** The voice of a complaint and when its answer is due. */
    record Heard(VoiceId voice, Instant due) {}

    /** Makes the complaint a voice of the customer, with the promise of its answer and the two that come before. */
    Heard hear(Actor actor, ComplaintId id, NewComplaint k, boolean gated) {
        var rule = k.kind().rule();
        var due = voices.promise(rule, k.receivedAt(), k.wish(), k.customer());
        var who = k.complainant() == null ? Complainant.UNKNOWN : k.complainant();
        var name = k.customer() != null || who.unknown() ? null : cut(who.shown(), LONGEST_NAME);
        var voice = voices.hear(new NewVoice(voiceKind(k.kind()).name(), k.customer(), name, cut(k.text(), LONGEST_WORDS), id.subject(), k.receivedAt(),
                k.receivedBy(), k.channel().name(), due, clause(rule), k.wish()));
        promises.make(actor.id(), voice, promise(PromiseKind.ACKNOWLEDGE, ACKNOWLEDGE, k.receivedAt()));
        if (gated) {
            promises.make(actor.id(), voice, promise(PromiseKind.ASSESS, ASSESS, k.receivedAt()));
        }
        return new Heard(voice, due.due());
    }

    /** When the answer would be due, for who is about to take the complaint in. */
    org.huiyin.kernel.Deadline preview(NewComplaint k) {
        return voices.promise(k.kind().rule(), k.receivedAt(), k.wish(), k.customer());
    }

    /** When quality would have to look at it. */
    Instant assessment(Instant receivedAt) {
        return voices.promise(ASSESS, receivedAt, null).due();
    }

    /** The voice is that of the customer, too; what was promised on hearing it stands. */
    void identified(Actor actor, ComplaintView k, CustomerId customer) {
        if (k.voice() != null) {
            voices.identified(actor, k.voice(), customer);
        }
    }

    private NewPromise promise(PromiseKind kind, String rule, Instant start) {
        return new NewPromise(kind, rule, start, null, clause(rule));
    }

    /** What the class does to the promise of the answer: an occasional complaint is settled the same day (D5, D25, D30). */
    @Nullable Instant triaged(Actor actor, ComplaintView k, TriageClass triage) {
        if (k.voice() == null || answered(k)) {
            return k.dueAt();
        }
        var rule = switch (triage) {
            case OCCASIONAL -> OCCASIONAL;
            case MAJOR, RECURRENT, NOT_OURS -> k.kind().rule();
        };
        var start = open(k, PromiseKind.ANSWER).stream().map(PromiseView::start).max(Instant::compareTo).orElse(k.receivedAt());
        var first = start.equals(k.receivedAt()) || k.round() == 1;
        return promises.make(actor.id(), k.voice(), new NewPromise(PromiseKind.ANSWER, rule, first ? k.receivedAt() : start, first ? k.wish() : null, clause(rule), k.kind().rule()))
                .due().due();
    }

    private boolean answered(ComplaintView k) {
        return open(k, PromiseKind.ANSWER).isEmpty();
    }

    private List<PromiseView> open(ComplaintView k, PromiseKind kind) {
        return of(k).stream().filter(p -> p.kind() == kind && p.open()).toList();
    }

    /** Something was done whose time had been promised. */
    void kept(PersonId by, ComplaintView k, PromiseKind kind, String how, Instant at) {
        if (k.voice() != null) {
            promises.kept(by, k.voice(), kind, how, at);
        }
    }

    /** Nobody waits for an answer any more. */
    void withdrawn(PersonId by, ComplaintView k, String reason, Instant at) {
        if (k.voice() != null) {
            promises.lift(by, k.voice(), reason, at);
        }
    }

    /** Stops the clock of the answer or of the final report, whichever runs, with the reason (D6). */
    void pause(Actor actor, ComplaintView k, Instant from, String reason) {
        promises.pause(actor, voice(k), running(k), from, reason);
    }

    void resume(Actor actor, ComplaintView k, Instant at) {
        promises.resume(actor, voice(k), running(k), at);
    }

    private static VoiceId voice(ComplaintView k) {
        if (k.voice() == null) {
            throw new org.huiyin.kernel.BrokenRule("voice.pause.notOpen");
        }
        return k.voice();
    }

    private PromiseKind running(ComplaintView k) {
        return open(k, PromiseKind.FINAL).isEmpty() ? PromiseKind.ANSWER : PromiseKind.FINAL;
    }

    /** People type minutes: an answer of the minute in which a round began belongs to that round. */
    private Instant notBefore(ComplaintView k, PromiseKind kind, Instant at) {
        return open(k, kind).stream().map(PromiseView::start).filter(start -> start.isAfter(at) && start.truncatedTo(ChronoUnit.MINUTES).equals(at))
                .findFirst().orElse(at);
    }

    /** The report went out: an interim one stops the clock of the answer and starts that of the final one (D5). */
    @Nullable Instant answered(Actor actor, ComplaintView k, boolean last, String how, String words, Instant at) {
        if (k.voice() == null) {
            return null;
        }
        voices.answeredAbout(actor, k.id().subject(), null, how, cut(words, LONGEST_WORDS), at);
        promises.kept(actor.id(), k.voice(), PromiseKind.ANSWER, how, notBefore(k, PromiseKind.ANSWER, at));
        if (last) {
            promises.kept(actor.id(), k.voice(), PromiseKind.FINAL, how, notBefore(k, PromiseKind.FINAL, at));
            return null;
        }
        return promises.make(actor.id(), k.voice(), promise(PromiseKind.FINAL, FINAL, at)).due().due();
    }

    /** The promise of the answer of a complaint that is open again, from that instant on (T-REOPEN). */
    @Nullable Instant again(PersonId by, ComplaintView k, Instant at) {
        if (k.voice() == null) {
            return null;
        }
        return promises.reopen(by, k.voice(), promise(PromiseKind.ANSWER, k.kind().rule(), at)).due().due();
    }

    /** Every promise of the complaint, replaced ones and earlier rounds included. */
    List<PromiseView> of(ComplaintView k) {
        return k.voice() == null ? List.of() : promises.of(k.voice());
    }

    Map<VoiceId, List<PromiseView>> of(Collection<ComplaintView> complaints) {
        return promises.of(complaints.stream().map(ComplaintView::voice).filter(Objects::nonNull).toList());
    }

    private String clause(String rule) {
        return procedures.inForce().clauseOf("clock.rules." + rule);
    }

    private static VoiceKind voiceKind(FeedbackKind kind) {
        return switch (kind) {
            case COMPLAINT -> VoiceKind.COMPLAINT;
            case RETURN -> VoiceKind.RETURN;
            case OPINION, SUGGESTION -> VoiceKind.OTHER;
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
