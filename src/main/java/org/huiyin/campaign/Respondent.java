package org.huiyin.campaign;

import java.util.List;
import org.huiyin.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A contact in the list of a round.
 *
 * @param remarks what is known of the silence: opened or not, reminded, came back, complaints
 * @param filledBy who filled in the form, once it is answered
 */
public record Respondent(
        InvitationView invitation,
        String customerCode,
        String customer,
        String contact,
        @Nullable String assignedTo,
        Standing standing,
        List<Sentence> remarks,
        @Nullable Sentence filledBy) {

    /** Whether nothing has come back although something went out. */
    public boolean silent() {
        return invitation.state().waiting();
    }
}
