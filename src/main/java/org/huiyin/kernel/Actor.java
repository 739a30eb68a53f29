package org.huiyin.kernel;

import java.util.Set;

/**
 * Who acts: a person of the company with the roles and rights in force at this moment, delegated ones included.
 *
 * @param roles codes of neutral roles such as {@code SALES_HEAD}
 * @param rights codes such as {@code customer.edit}
 */
public record Actor(PersonId id, String name, Set<String> roles, Set<String> rights) {

    /** The refusal of somebody who lacks a right; answered as 403 and not as a rule of the procedure. */
    public static final String MISSING_RIGHT = "web.refused.right";
    /** The refusal of somebody who may read everything and change nothing; answered as 403. */
    public static final String READS_ONLY = "web.refused.reads";

    public Actor {
        roles = Set.copyOf(roles);
        rights = Set.copyOf(rights);
    }

    /** An actor without rights: somebody only named, or judged by roles alone. */
    public Actor(PersonId id, String name, Set<String> roles) {
        this(id, name, roles, Set.of());
    }

    /** Whether the person holds the role, by herself or by delegation. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether the person holds the right. */
    public boolean may(String right) {
        return rights.contains(right);
    }

    /** Refuses with a sentence when the right is missing. */
    public void mustHave(String right) {
        if (!may(right)) {
            throw new BrokenRule(MISSING_RIGHT, new Sentence("organization.right." + right));
        }
    }
}
