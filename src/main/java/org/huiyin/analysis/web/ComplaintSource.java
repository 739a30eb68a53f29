package org.huiyin.analysis.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.campaign.Rounds;
import org.huiyin.campaign.answers.AnswerId;
import org.huiyin.campaign.answers.AnswerView;
import org.huiyin.campaign.answers.Answers;
import org.huiyin.complaint.ComplaintPanel;
import org.huiyin.complaint.ComplaintView;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.voice.VoiceOrigin;
import org.springframework.stereotype.Component;

/** Leads back from a complaint, and from a comment in the inbox, to the answer in which it was said (000/5-8). */
@Component
class ComplaintSource implements ComplaintPanel, VoiceOrigin {

    private static final String ANSWER = "answer";

    private final Answers answers;
    private final Rounds rounds;

    ComplaintSource(Answers answers, Rounds rounds) {
        this.answers = answers;
        this.rounds = rounds;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public List<Part> of(Actor actor, ComplaintView complaint) {
        var source = complaint.source();
        if (source == null || !source.type().equals(ANSWER) || !actor.may("answer.read")) {
            return List.of();
        }
        return answers.maybe(new AnswerId(source.id())).map(answer -> List.of(part(actor, answer))).orElse(List.of());
    }

    private Part part(Actor actor, AnswerView answer) {
        var round = rounds.get(answer.round());
        return new Part("answer", new Sentence("analysis.complaint.source"), null, null,
                List.of(new Sentence("analysis.complaint.answer"), new Sentence("analysis.complaint.round"), new Sentence("analysis.complaint.given")),
                List.of(new Line(List.of(Cell.of(answer.number()), Cell.of(round.title()), Cell.of(answer.submittedAt())), answers.sees(actor, answer) ? path(answer) : null)),
                null, List.of());
    }

    private String path(AnswerView answer) {
        return rounds.get(answer.round()).path() + "/answers/" + answer.id().value();
    }

    @Override
    public String subjectType() {
        return ANSWER;
    }

    /** Answers of rounds in which names are hidden are not led to, since the inbox names the customer (D36). */
    @Override
    public Map<UUID, Place> places(Collection<UUID> subjects) {
        Map<UUID, Place> places = new HashMap<>();
        for (UUID subject : subjects) {
            answers.maybe(new AnswerId(subject)).filter(answer -> !rounds.get(answer.round()).confidential())
                    .ifPresent(answer -> places.put(subject, new Place(answer.number(), path(answer))));
        }
        return places;
    }
}
