package org.huiyin.campaign.answers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.campaign.answers.SubmissionStore.Outcome;
import org.huiyin.campaign.answers.SubmissionStore.Submission;
import org.huiyin.kernel.CompanyId;
import org.huiyin.kernel.Happening;
import org.huiyin.kernel.Happenings;
import org.huiyin.platform.Batching;
import org.huiyin.platform.CompanyScope;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the answers that contacts send: those that arrive while others are being written share the next transaction of
 * their company (ADR 8). Whoever sent one is answered after that transaction has committed.
 */
@Component
class Submissions {

    private static final int AT_ONCE = 64;

    private final SubmissionStore store;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Map<CompanyId, Batching<Submission, Outcome>> arriving = new ConcurrentHashMap<>();

    Submissions(SubmissionStore store, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.store = store;
        this.transaction = transaction;
        this.events = events;
    }

    Outcome take(CompanyId company, NewAnswer answer, RoundForm form) {
        return arriving.computeIfAbsent(company, this::batching).ask(new Submission(answer, form));
    }

    private Batching<Submission, Outcome> batching(CompanyId company) {
        return new Batching<>(AT_ONCE, batch -> CompanyScope.get(company,
                () -> Objects.requireNonNull(transaction.execute(status -> store(batch)))));
    }

    private List<Outcome> store(List<Submission> submissions) {
        var done = store.submit(submissions);
        var stored = new ArrayList<Happening>();
        for (int i = 0; i < done.size(); i++) {
            if (done.get(i) == Outcome.STORED) {
                var answer = submissions.get(i).answer();
                events.publishEvent(new AnswerSubmitted(answer.id(), answer.round(), answer.invitation(), answer.customer()));
                stored.add(happening(answer));
            }
        }
        if (!stored.isEmpty()) {
            events.publishEvent(new Happenings(stored));
        }
        return done;
    }

    static Happening happening(NewAnswer answer) {
        Map<String, @Nullable Object> after = new LinkedHashMap<>();
        after.put("round", answer.round().value());
        after.put("invitation", answer.invitation().value());
        after.put("channel", answer.channel().name());
        after.put("score", answer.card().total() == null ? null : answer.card().total().value());
        after.put("late", answer.late());
        return new Happening(answer.id().subject(), "submit", answer.enteredBy(), Map.of(), after, answer.at());
    }
}
