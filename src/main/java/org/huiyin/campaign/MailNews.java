package org.huiyin.campaign;

import java.util.Set;
import org.huiyin.customer.Directory;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;
import org.huiyin.notification.MailState;
import org.huiyin.notification.MailStateChanged;
import org.huiyin.notification.Notifications;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what became of the mails of a round; one that came back is work for whoever looks after the contact. */
@Component
class MailNews {

    private final InvitationStore store;
    private final Invitations invitations;
    private final Rounds rounds;
    private final Directory directory;
    private final Notifications notifications;

    MailNews(InvitationStore store, Invitations invitations, Rounds rounds, Directory directory, Notifications notifications) {
        this.store = store;
        this.invitations = invitations;
        this.rounds = rounds;
        this.directory = directory;
        this.notifications = notifications;
    }

    @EventListener
    void on(MailStateChanged changed) {
        if (!changed.about().type().equals("invitation")) {
            return;
        }
        store.byMail(changed.mail()).ifPresent(invitation -> {
            var reason = changed.reason() == null ? null : shortened(changed.reason());
            store.mailState(changed.mail(), changed.state(), reason);
            if (changed.state() == MailState.FAILED) {
                bounced(invitation, reason == null ? "" : reason);
            }
        });
    }

    private static String shortened(String reason) {
        return reason.length() <= 500 ? reason : reason.substring(0, 500);
    }

    private void bounced(InvitationView invitation, String reason) {
        invitations.noteBounce(PersonId.SYSTEM, invitation.id(), reason);
        var round = rounds.get(invitation.round());
        var person = invitation.assignedTo() == null ? round.plannedBy() : invitation.assignedTo();
        var customer = directory.customers(java.util.List.of(invitation.customer())).get(invitation.customer());
        notifications.tell(Set.of(person), new Sentence("campaign.round.note.bounced", customer == null ? "" : customer.called(), round.title()),
                invitation.id().subject(), "invitations/" + invitation.number());
    }
}
