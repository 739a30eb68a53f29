package org.huiyin.analysis;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.answers.AnswerId;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.improvement.ActionView;
import org.huiyin.improvement.Agenda;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.voice.VoiceId;
import org.huiyin.voice.Voices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The link between an answer and what its procedure asked for because of it, both ways (000/5-7, 000/5-8, 001/5.4.6.1). */
@Service
@Transactional(readOnly = true)
public class FollowUps {

    private final ConsequenceStore store;
    private final Answers answers;
    private final Agenda agenda;
    private final Voices voices;

    FollowUps(ConsequenceStore store, Answers answers, Agenda agenda, Voices voices) {
        this.store = store;
        this.answers = answers;
        this.agenda = agenda;
        this.voices = voices;
    }

    /** What followed from the answer besides a complaint: actions of its customer, its own items on the agenda and its own comment. */
    public List<Consequence> of(AnswerView answer) {
        var self = new SubjectRef("answer", answer.id().value());
        return store.of(answer.round().value(), answer.customer()).stream().filter(one -> switch (one.kind()) {
            case COMPLAINT -> false;
            case CORRECTIVE, FOLLOW_UP -> answer.validity().counts();
            case AGENDA -> agenda.source(one.target().id()).equals(self);
            case COMMENT -> Objects.equals(voices.get(new VoiceId(one.target().id())).subject(), self);
        }).toList();
    }

    /** The answers because of which an action was asked for; none where it came from elsewhere. */
    public List<AnswerView> answers(ActionView action) {
        var customer = action.customer();
        return switch (action.source().type()) {
            case "round" -> customer == null ? List.of()
                    : answers.of(new RoundId(action.source().id()), Set.of(customer)).stream().filter(answer -> answer.validity().counts()).toList();
            case "agenda" -> {
                var said = agenda.source(action.source().id());
                yield said.type().equals("answer") ? answers.maybe(new AnswerId(said.id())).stream().toList() : List.of();
            }
            default -> List.of();
        };
    }
}
