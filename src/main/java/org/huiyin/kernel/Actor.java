package org.huiyin.kernel;

import java.util.Set;

/** Who does something, under which of the company's roles. */
public record Actor(PersonId id, String name, Set<String> roles) {

    public Actor {
        roles = Set.copyOf(roles);
    }
}
