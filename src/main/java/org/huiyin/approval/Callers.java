package org.huiyin.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.kernel.SubjectRef;
import org.huiyin.notification.Notifications;
import org.huiyin.notification.Webhooks;
import org.huiyin.organization.People;
import org.huiyin.organization.PersonView;
import org.springframework.stereotype.Component;

/** Calls those whose turn it is, and tells the proposer how it ended. */
@Component
class Callers {

    static final String REQUESTED = "approval.requested";
    static final String DECIDED = "approval.decided";

    private final Notifications notifications;
    private final Webhooks webhooks;
    private final People people;

    Callers(Notifications notifications, Webhooks webhooks, People people) {
        this.notifications = notifications;
        this.webhooks = webhooks;
        this.people = people;
    }

    void requested(ApprovalView view) {
        webhooks.emit(REQUESTED, view.subject(), Map.of("approval", view.id(), "waitingFor", view.waitingFor(), "clause", view.clause()));
        yourTurn(view);
    }

    void yourTurn(ApprovalView view) {
        tell(approvers(view), new Sentence("approval.note.yourTurn", view.title()), view);
    }

    void remind(ApprovalView view, long days, boolean loudly) {
        tell(approvers(view), new Sentence("approval.note.remind", view.title(), days), view);
        if (loudly) {
            var others = people.holders("TOP").stream().map(PersonView::id).collect(Collectors.toSet());
            others.add(view.proposer());
            others.removeAll(approvers(view));
            tell(others, new Sentence("approval.note.stuck", view.title(), days), view);
        }
    }

    void decided(ApprovalView view, boolean approved, String reason) {
        var sentence = approved
                ? new Sentence("approval.note.approved", view.title())
                : new Sentence("approval.note.refused", view.title(), reason);
        tell(List.of(view.proposer()), sentence, view);
        webhooks.emit(DECIDED, view.subject(), Map.of("approval", view.id(), "approved", approved, "reason", reason));
    }

    /** The holders of the roles whose turn it is, without the proposer. */
    Set<PersonId> approvers(ApprovalView view) {
        return view.waitingFor().stream()
                .flatMap(role -> people.holders(role).stream())
                .map(PersonView::id)
                .filter(id -> !id.equals(view.proposer()))
                .collect(Collectors.toSet());
    }

    private void tell(java.util.Collection<PersonId> who, Sentence title, ApprovalView view) {
        notifications.tell(who, title, new SubjectRef("approval", view.id()), "approvals/" + view.id());
    }
}
