package org.huiyin.complaint;

import java.time.Instant;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Deadline;
import org.huiyin.kernel.PersonId;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.NewVoice;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promises of a complaint: acknowledgement, first assessment, answer, final report (001/5.2.1.3, 5.2.2.3, 5.2.2.6; D5). */
@Component
class Clocks {

    static final String ACKNOWLEDGE = "COMPLAINT_ACKNOWLEDGE";
    static final String ASSESS = "COMPLAINT_ASSESSMENT";
    static final String OCCASIONAL = "COMPLAINT_OCCASIONAL";
    static final String FINAL = "COMPLAINT_FINAL";
    private static final int LONGEST_WORDS = 4000;

    private final Voices voices;
    private final Procedures procedures;

    Clocks(Voices voices, Procedures procedures) {
        this.voices = voices;
        this.procedures = procedures;
    }

    /** The voice of a complaint and when its answer is due. */
    record Heard(VoiceId voice, Instant due) {}

    /** Makes the complaint a voice of the customer, with the promise of its answer. */
    Heard hear(Actor actor, ComplaintId id, NewComplaint k) {
        var due = voices.promise(k.kind().rule(), k.receivedAt(), k.wish());
        var who = k.complainant() == null ? Complainant.UNKNOWN : k.complainant();
        var name = k.customer() != null || who.unknown() ? null : cut(who.shown(), 120);
        var voice = voices.hear(new NewVoice(voiceKind(k.kind()).name(), k.customer(), name, cut(k.text(), LONGEST_WORDS), id.subject(), k.receivedAt(),
                k.receivedBy(), k.channel().name(), due, procedures.inForce().clauseOf("clock.rules." + k.kind().rule())));
        return new Heard(voice, due.due());
    }

    /** The promise of the answer of a complaint that was opened again, from that instant on (T-REOPEN). */
    Instant again(PersonId by, ComplaintView k, Instant at) {
        return of(k.kind().rule(), at).due();
    }

    /**
     * What the class does to the promise of the answer: an occasional complaint is settled the same day, by the close of the
     * day of triage where that came later (D30). The customer's own date is never moved.
     */
    @Nullable Instant triaged(Actor actor, ComplaintView k, TriageClass triage, boolean late, Instant now) {
        if (k.wish() != null) {
            return null;
        }
        return switch (triage) {
            case OCCASIONAL -> of(OCCASIONAL, late ? now : k.receivedAt()).due();
            case MAJOR, RECURRENT, NOT_OURS -> of(k.kind().rule(), k.receivedAt()).due();
        };
    }

    /** Something was done whose time had been promised. */
    void kept(Actor actor, ComplaintView k, String rule, String how, Instant at) {}

    /** By when something with a clock of its own is to be done. */
    Deadline of(String rule, Instant start) {
        return voices.promise(rule, start, null);
    }

    String clause(@Nullable String rule) {
        return rule == null ? "" : procedures.inForce().clauseOf("clock.rules." + rule);
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
