package org.huiyin.voice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.NoteKind;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.huiyin.procedure.EvidenceLine;
import org.huiyin.procedure.EvidenceSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers that a person owes: those to her own customers, and those to customers whom nobody looks after. */
@Component
class VoiceWork implements WorkSource, EvidenceSource {

    private static final int MOST = 500;

    private final Voices voices;
    private final VoiceOrigins origins;

    VoiceWork(Voices voices, VoiceOrigins origins) {
        this.voices = voices;
        this.origins = origins;
    }

    @Bean
    static NoteKind voiceNoticeKind() {
        return new NoteKind("voice", new Sentence("voice.notice.kind"), false);
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        if (!actor.may("voice.answer") || !actor.may("voice.read")) {
            return List.of();
        }
        var items = new ArrayList<WorkItem>();
        for (var state : List.of(VoiceState.OVERDUE, VoiceState.OPEN)) {
            voices.list(actor, new VoiceFilter("", null, state, false, null, null, 1, MOST)).stream()
                    .filter(voice -> owes(actor, voice) && !voice.paused() && !origins.askElsewhere(voice.subject())).map(voice -> item(actor, voice)).forEach(items::add);
        }
        return items;
    }

    private static boolean owes(Actor actor, VoiceView voice) {
        return voice.owner() != null ? voice.owner().equals(actor.id())
                : voice.receivedBy() == null || voice.receivedBy().equals(actor.id()) || actor.may("customer.readAll");
    }

    private static WorkItem item(Actor actor, VoiceView voice) {
        return new WorkItem("voice", new Sentence("voice.work.answer", shortened(voice.text())), voice.customerName(), voice.number(),
                "voices/" + voice.number(), voice.due().due(), voice.due().reasons(), voice.clause().isEmpty() ? null : voice.clause(),
                Set.of(voice.owner() == null ? actor.id() : voice.owner()), true).running(voice.since());
    }

    private static String shortened(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 40 ? line : line.substring(0, line.offsetByCodePoints(0, 39)) + "…";
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, List<EvidenceLine>> evidence() {
        var total = (int) voices.countAll(null);
        var late = (int) voices.countAll(VoiceState.OVERDUE);
        return Map.of("voice.taken", List.of(
                new EvidenceLine(new Sentence("voice.evidence.voices"), "voices", total, false),
                new EvidenceLine(new Sentence("voice.evidence.late"), "voices?state=OVERDUE", late, late > 0)));
    }
}
