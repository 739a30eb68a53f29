package org.huiyin.approval;

import java.util.Set;

/** A step of a route: each of these roles must approve, in any order, before the next step begins. */
public record ApprovalStep(Set<String> roles) {

    public ApprovalStep {
        roles = Set.copyOf(roles);
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a step needs a role");
        }
    }
}
