package org.huiyin.campaign.answers;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huiyin.campaign.RoundId;
import org.huiyin.campaign.RoundState;
import org.huiyin.campaign.RoundView;
import org.huiyin.campaign.Rounds;
import org.huiyin.customer.Customers;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.NotFound;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Doubtful answers: raised by rule or by hand, confirmed or ruled out by somebody who has no part in them (003/4.5.3). */
@Service
@Transactional
public class Doubts {

    private static final String JUDGE = "answer.judge";
    private static final int LONGEST_REASON = 1000;

    private final AnswerStore answers;
    private final DoubtStore store;
    private final FreezeStore freezes;
    private final Rounds rounds;
    private final Customers customers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Doubts(AnswerStore answers, DoubtStore store, FreezeStore freezes, Rounds rounds, Customers customers,
            ApplicationEventPublisher events, Clock clock) {
        this.answers = answers;
        this.store = store;
        this.freezes = freezes;
        this.rounds = rounds;
        this.customers = customers;
        this.events = events;
        this.clock = clock;
    }

    /** A doubtful answer, its round, and why this person may not decide on it, if so. */
    public record Case(AnswerRow row, RoundView round, List<DoubtStep> history, @Nullable Sentence hindrance) {}

    /** The doubtful answers of a round, or of all rounds under way, as far as the actor may see them. */
    @Transactional(readOnly = true)
    public List<Case> open(Actor actor, @Nullable RoundId round) {
        actor.mustHave("answer.read");
        return answers.doubtful(round).stream()
                .map(row -> seen(actor, row))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private @Nullable Case seen(Actor actor, AnswerRow row) {
        var round = rounds.get(row.answer().round());
        var sight = AnswerSight.orNone(actor, round);
        if (sight == null || !sight.sees(customers.get(row.answer().customer()))) {
            return null;
        }
        var shown = sight.named() ? row : new AnswerRow(row.answer(), null, null, null, row.rules());
        return new Case(shown, round, store.history(row.answer().id()), hindrance(actor, row.answer()));
    }

    /** Why the person may not decide on this answer: she entered it, asked the customer, owns him, or raised the doubt. */
    @Transactional(readOnly = true)
    public @Nullable Sentence hindrance(Actor actor, AnswerView answer) {
        if (!actor.may(JUDGE)) {
            return new Sentence("web.refused.right", new Sentence("organization.right." + JUDGE));
        }
        if (actor.id().equals(answer.enteredBy()) || actor.id().equals(answer.interviewer())) {
            return new Sentence("campaign.answer.refused.judgeEntered");
        }
        var customer = customers.get(answer.customer());
        if (actor.id().equals(customer.details().owner())) {
            return new Sentence("campaign.answer.refused.judgeOwner", customer.name());
        }
        return raisedBy(actor.id(), answer.id()) ? new Sentence("campaign.answer.refused.judgeRaised") : null;
    }

    private boolean raisedBy(PersonId person, AnswerId answer) {
        return store.history(answer).stream().anyMatch(step -> step.rule() == DoubtRule.BY_HAND && person.equals(step.by()));
    }

    /** Doubts an answer for a reason that no rule knows; somebody else decides. */
    public void raise(Actor actor, AnswerId id, String reason) {
        actor.mustHave(JUDGE);
        var answer = seen(actor, id);
        mustBeOpen(answer.round());
        if (!store.flag(id, DoubtRule.BY_HAND, new Sentence("web.verbatim", text(reason)), actor.id(), clock.instant())) {
            throw new BrokenRule("campaign.answer.refused.raisedAlready");
        }
        tell(actor, answer, "doubt", Validity.DOUBTFUL, reason);
    }

    /** Confirms or rules out a doubtful answer with a reason; the answer itself stays as it is. */
    public void judge(Actor actor, AnswerId id, Verdict verdict, String reason) {
        actor.mustHave(JUDGE);
        var answer = seen(actor, id);
        var words = text(reason);
        mustBeOpen(answer.round());
        if (answer.validity() == Validity.VALID) {
            throw new BrokenRule("campaign.answer.refused.notDoubtful", answer.number());
        }
        var hindrance = hindrance(actor, answer);
        if (hindrance != null) {
            throw new BrokenRule(hindrance.key(), hindrance.args().toArray());
        }
        store.decide(id, verdict, words, actor.id(), clock.instant());
        tell(actor, answer, verdict == Verdict.CONFIRMED ? "confirm" : "ruleOut",
                verdict == Verdict.CONFIRMED ? Validity.CONFIRMED : Validity.INVALID, words);
    }

    private AnswerView seen(Actor actor, AnswerId id) {
        var answer = answers.find(id).orElseThrow(NotFound::new).answer();
        var sight = AnswerSight.of(actor, rounds.get(answer.round()));
        if (!sight.sees(customers.get(answer.customer()))) {
            throw new NotFound();
        }
        return answer;
    }

    private static String text(String reason) {
        var words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new InvalidInput("reason", "campaign.answer.invalid.reason", LONGEST_REASON);
        }
        return words;
    }

    /** Decisions end with the freeze, until a correction opens the answers again. */
    private void mustBeOpen(RoundId round) {
        var state = RoundState.valueOf(store.holdRound(round.value()));
        boolean corrected = state == RoundState.FROZEN && freezes.openCorrection(round).isPresent();
        if (!state.takesAnswers() && !corrected) {
            throw new BrokenRule("campaign.answer.refused.frozen", rounds.get(round).number());
        }
    }

    private void tell(Actor actor, AnswerView answer, String verb, Validity validity, String reason) {
        events.publishEvent(new AnswerJudged(answer.id(), answer.round(), validity));
        events.publishEvent(new Happening(answer.id().subject(), verb, actor.id(), Map.of("validity", answer.validity().name()),
                Map.of("validity", validity.name(), "reason", reason), clock.instant()));
    }
}
