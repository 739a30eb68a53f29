package org.huiyin.analysis.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.analysis.Consequence;
import org.huiyin.analysis.FollowUps;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerPanel;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.improvement.ActionId;
import org.huiyin.improvement.ActionSource;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Actions;
import org.huiyin.improvement.Agenda;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.Voices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** On the page of an answer: the actions, meetings and replies that came of it; on the page of an action: the answers because of which it was asked for. */
@Component
class AnswerActions implements AnswerPanel, ActionSource {

    private final FollowUps followUps;
    private final Answers answers;
    private final Rounds rounds;
    private final Actions actions;
    private final Agenda agenda;
    private final Voices voices;

    AnswerActions(FollowUps followUps, Answers answers, Rounds rounds, Actions actions, Agenda agenda, Voices voices) {
        this.followUps = followUps;
        this.answers = answers;
        this.rounds = rounds;
        this.actions = actions;
        this.agenda = agenda;
        this.voices = voices;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public AnswerPanel.@Nullable Part of(Actor actor, RoundView round, AnswerView answer) {
        var lines = followUps.of(answer).stream().flatMap(one -> line(actor, one).stream()).toList();
        var clause = answers.form(round).profile().clauseFor("result.followed");
        return lines.isEmpty() ? null : new AnswerPanel.Part(new Sentence("analysis.followed"), clause.isEmpty() ? null : clause, lines, List.of(), null);
    }

    private Optional<AnswerPanel.Line> line(Actor actor, Consequence one) {
        return switch (one.kind()) {
            case COMPLAINT -> Optional.empty();
            case CORRECTIVE, FOLLOW_UP -> actions.find(actor, new ActionId(one.target().id())).map(action -> new AnswerPanel.Line(action.number(), "actions/" + action.number(),
                    new Sentence("improvement.actionState." + action.state().name().toLowerCase(Locale.ROOT)), action.state().open() ? "warn" : "ok"));
            case AGENDA -> {
                var item = agenda.get(one.target().id());
                yield Optional.of(new AnswerPanel.Line(item.quarter(), actor.may("action.read") ? "actions/agenda?quarter=" + item.quarter() : null,
                        new Sentence(item.decided() ? "analysis.followed.decided" : "analysis.followed.undecided"), item.decided() ? "ok" : "warn"));
            }
            case COMMENT -> {
                var voice = voices.get(new VoiceId(one.target().id()));
                yield Optional.of(new AnswerPanel.Line(voice.number(), actor.may("voice.read") ? "voices/" + voice.number() : null,
                        new Sentence(voice.open() ? "analysis.followed.open" : "analysis.followed.answered"), voice.open() ? "warn" : "ok"));
            }
        };
    }

    @Override
    public List<ActionSource.Place> of(Actor actor, ActionView action) {
        return !actor.may("answer.read") ? List.of() : followUps.answers(action).stream().filter(answer -> answers.sees(actor, answer))
                .map(answer -> new ActionSource.Place(new Sentence("analysis.action.answer", answer.number()), rounds.get(answer.round()).path() + "/answers/" + answer.id().value()))
                .toList();
    }
}
