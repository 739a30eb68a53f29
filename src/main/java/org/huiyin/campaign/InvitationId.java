package org.huiyin.campaign;

import java.util.UUID;
import org.huiyin.kernel.SubjectRef;

/** Identifies the invitation of one contact to one round. */
public record InvitationId(UUID value) {

    /** The invitation as a subject of audit and mails. */
    public SubjectRef subject() {
        return new SubjectRef("invitation", value);
    }
}
