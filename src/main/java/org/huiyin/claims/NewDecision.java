package org.huiyin.claims;

import java.util.List;

/** Who bears the external loss of a complaint, as it is about to be signed. @param evidence what proves it */
public record NewDecision(List<ShareView> shares, String reason, String evidence) {

    public NewDecision {
        shares = List.copyOf(shares);
    }
}
