package org.huiyin.campaign;

import org.huiyin.kernel.CompanyId;

/** What a token from a link leads to, and whether it still opens. */
public record LinkView(CompanyId company, InvitationId invitation, State state) {

    /** Whether a link opens. */
    public enum State { LIVE, EXPIRED, REVOKED }
}
