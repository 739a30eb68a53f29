package org.huiyin.procedure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.Sentence;
import org.huiyin.organization.People;
import org.huiyin.organization.WorkItem;
import org.huiyin.organization.WorkSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A profile that waits for its approval, or that came back to its authors, for the desk. */
@Component
class ProfileWork implements WorkSource {

    private final ProfileDrafts drafts;
    private final People people;

    ProfileWork(ProfileDrafts drafts, People people) {
        this.drafts = drafts;
        this.people = people;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> workFor(Actor actor) {
        return drafts.current().flatMap(draft -> item(actor, draft)).stream().toList();
    }

    private Optional<WorkItem> item(Actor actor, DraftView draft) {
        var submission = draft.submission();
        var decision = draft.lastDecision();
        if (draft.state() == DraftState.SUBMITTED && submission != null && actor.may("profile.approve") && !submission.by().equals(actor.id())) {
            return Optional.of(work(actor, new Sentence("procedure.work.decide", submission.changeNote()),
                    new Sentence("procedure.work.since", people.names().getOrDefault(submission.by(), ""), submission.at())));
        }
        if (draft.state() == DraftState.REFUSED && decision != null && submission != null && submission.by().equals(actor.id())) {
            return Optional.of(work(actor, new Sentence("procedure.work.back"),
                    new Sentence("procedure.draft.back", people.names().getOrDefault(decision.by(), ""), decision.at(), decision.reason())));
        }
        return Optional.empty();
    }

    private static WorkItem work(Actor actor, Sentence title, Sentence why) {
        return new WorkItem("profile", title, null, null, "procedure/draft", null, List.of(why), "0", Set.of(actor.id()), false);
    }
}
