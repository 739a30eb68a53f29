package org.huiyin.demo;

import java.util.Comparator;
import org.huiyin.improvement.ActionFilter;
import org.huiyin.improvement.ActionState;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.ActionWork;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.MeasureKind;
import org.huiyin.improvement.Reaction;
import org.huiyin.improvement.Verdict;
import org.huiyin.voice.Channel;
import org.huiyin.voice.VoiceFilter;
import org.huiyin.voice.VoiceKind;
import org.huiyin.voice.Voices;
import org.springframework.stereotype.Component;

/** What became of the actions that a signed round asked for: those of the last round partly in work, the earlier ones closed and told. */
@Component
class DemoActions {

    private static final int ALL = 500;

    private final Actions actions;
    private final Voices voices;
    private final ActionWork work;

    DemoActions(Actions actions, Voices voices, ActionWork work) {
        this.actions = actions;
        this.voices = voices;
        this.work = work;
    }

    void work(DemoCast cast, DemoDays days, DemoWindow window) {
        var open = actions.list(cast.as("SALES_HEAD"), ActionFilter.open()).stream()
                .filter(action -> action.state() == ActionState.PROPOSED)
                .sorted(Comparator.comparing(ActionView::number))
                .toList();
        boolean old = window.frozen().isBefore(days.today().minusMonths(3));
        if (!open.isEmpty() && window.frozen().plusDays(9).isBefore(days.today())) {
            open.subList(0, old ? open.size() : 1).forEach(action -> close(cast, days, window, action));
        }
        if (!old && open.size() > 1 && window.frozen().plusDays(3).isBefore(days.today())) {
            analyse(cast, days, window, open.get(1));
        }
        if (old) {
            answerTheRest(cast, days, window);
        }
    }

    /** What customers wrote beside their answers has been answered long since, some of it late. */
    private void answerTheRest(DemoCast cast, DemoDays days, DemoWindow window) {
        days.on(window.frozen().plusDays(12), () -> voices.list(cast.as("SALES_HEAD"), VoiceFilter.all().onPage(1, ALL)).stream()
                .filter(voice -> voice.kind() == VoiceKind.SURVEY_COMMENT && voice.answers().isEmpty())
                .forEach(voice -> voices.answered(cast.as("SALES_HEAD"), voice.id(), Channel.PHONE.name(), cast.word("voice.late"), days.morning(window.frozen().plusDays(12)),
                        cast.as("SALES_CLERK").id())));
    }

    private void analyse(DemoCast cast, DemoDays days, DemoWindow window, ActionView action) {
        var head = cast.as("PRODUCTION_HEAD");
        days.on(window.frozen().plusDays(2), () -> {
            work.assign(cast.as("SALES_HEAD"), action.id(), null, head.id());
            work.accept(head, action.id(), head.id());
        });
        days.on(window.frozen().plusDays(3), () -> {
            java.util.UUID parent = null;
            for (String why : cast.words().under("action.why").values()) {
                parent = work.addCause(head, action.id(), parent, why);
            }
            work.analysed(head, action.id(), cast.word("action.cause"));
            work.addMeasure(head, action.id(), MeasureKind.CORRECTIVE, cast.word("action.measure"),
                    head.id(), window.frozen().plusDays(7));
        });
    }

    private void close(DemoCast cast, DemoDays days, DemoWindow window, ActionView action) {
        analyse(cast, days, window, action);
        days.on(window.frozen().plusDays(6), () -> actions.measures(action.id()).forEach(measure ->
                work.measureDone(cast.as("PRODUCTION_HEAD"), action.id(), measure.id(), cast.word("action.done"))));
        days.on(window.frozen().plusDays(8), () -> work.verify(cast.among(work.verifiers(actions.get(action.id()))), action.id(), "SURVEY", Verdict.EFFECTIVE,
                cast.word("action.criterion"), cast.word("action.finding"), "", null));
        days.at(window.frozen().plusDays(8), 120, () -> work.told(cast.as("SALES_CLERK"), action.id(), cast.word("action.way"),
                cast.word("action.contact"), cast.word("action.told"), Reaction.ACCEPTED,
                days.morning(window.frozen().plusDays(8))));
        days.on(window.frozen().plusDays(9), () -> work.close(cast.as("SALES_HEAD"), action.id(), cast.word("action.closed")));
    }
}
