package org.huiyin.approval;

import org.jspecify.annotations.Nullable;

/** Which approvals a list shows. */
public record ApprovalFilter(Whose whose, @Nullable ApprovalState state, String words) {

    /** Whose approvals. */
    public enum Whose {
        WAITING, MINE, ALL
    }
}
