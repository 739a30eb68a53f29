package org.huiyin.voice.web;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.huiyin.customer.CustomerPanel;
import org.huiyin.customer.CustomerView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.procedure.Procedures;
import org.huiyin.voice.VoiceState;
import org.huiyin.voice.VoiceView;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a customer said, on its page, the latest first. */
@Component
class VoicePanel implements CustomerPanel {

    private static final int ROWS = 8;

    private final Voices voices;
    private final Procedures procedures;
    private final Clock clock;

    VoicePanel(Voices voices, Procedures procedures, Clock clock) {
        this.voices = voices;
        this.procedures = procedures;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public @Nullable Content of(Actor actor, CustomerView customer) {
        if (!actor.may("voice.read")) {
            return null;
        }
        return new Content("voices", Place.MIDDLE, new Sentence("voice.inbox.file"), null, "voices?customer=" + customer.code(), procedures.inForce().clauseOf("prefixes.voice"),
                List.of(new Sentence("voice.col.words"), new Sentence("voice.col.received"), new Sentence("voice.col.due"), new Sentence("voice.col.state")),
                voices.of(customer.id(), ROWS).stream().map(this::line).toList(), new Sentence("voice.inbox.none"));
    }

    private Line line(VoiceView voice) {
        var state = voice.state(clock.instant());
        var tone = switch (state) {
            case OPEN -> "info";
            case OVERDUE, ANSWERED_LATE -> "bad";
            case IN_TIME -> "ok";
            case LIFTED -> "line";
        };
        return new Line(List.of(Cell.of(voice.text()), Cell.of(voice.receivedAt()), Cell.of(voice.due().due()),
                Cell.pill(word(state), tone)), "voices/" + voice.number());
    }

    private static Sentence word(VoiceState state) {
        return new Sentence("voice.voiceState." + state.name().toLowerCase(Locale.ROOT));
    }
}
