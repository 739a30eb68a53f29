package org.huiyin.campaign;

/** Where an invitation stands. */
public enum InvitationState {
    PREPARED, SENT, OPENED, ANSWERED, BOUNCED, REVOKED, OPTED_OUT;

    /** Whether the contact was asked and has not answered, refused, or been let off. */
    public boolean waiting() {
        return this == SENT || this == OPENED || this == BOUNCED;
    }

    /** Whether an answer may still come in. */
    public boolean live() {
        return this != REVOKED && this != OPTED_OUT && this != ANSWERED;
    }
}
