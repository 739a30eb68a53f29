package org.huiyin.improvement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.BrokenRule;
import org.huiyin.kernel.PersonId;
import org.huiyin.kernel.Sentence;

/**
 * Who may verify that an action took effect, by where the action comes from: by default quality for complaints and sales
 * for survey findings, both for an action with both origins (004/5.2, 5.13; decisions D27, D34). Whoever did the action
 * never verifies it; one person for two roles only where the profile allows it, and then with a reason.
 */
public record Verification(Map<String, Set<String>> rolesByOrigin, Mode mode, boolean onePersonMayVerifyTwice) {

    /** Only the origins of the action ask for a verification, or every origin that the profile names does. */
    public enum Mode {
        BY_ORIGIN,
        ALL
    }

    /** A verification as it was given: by whom, for which origin, with the reason where one person gave two. */
    public record Given(PersonId by, String origin, String reason) {}

    public Verification {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        rolesByOrigin.forEach((origin, roles) -> copy.put(origin, Set.copyOf(roles)));
        rolesByOrigin = java.util.Collections.unmodifiableMap(copy);
    }

    /** The origins that need a verification before the action counts as effective. */
    public Set<String> required(Set<String> origins) {
        return mode == Mode.ALL ? new TreeSet<>(rolesByOrigin.keySet()) : new TreeSet<>(origins);
    }

    /** The origins of this action that this person may still verify; empty for the doer of it. */
    public Set<String> open(Actor actor, Set<String> origins, Set<PersonId> doers, Collection<Given> given) {
        Set<String> done = given.stream().map(Given::origin).collect(Collectors.toSet());
        return doers.contains(actor.id())
                ? Set.of()
                : required(origins).stream()
                        .filter(origin -> !done.contains(origin) && mayVerify(actor, origin))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Accepts a verification for one origin, or refuses it with the rule that forbids it. */
    public Given verify(Actor actor, String origin, Set<String> origins, Set<PersonId> doers, Collection<Given> given,
            String reason) {
        if (doers.contains(actor.id())) {
            throw new BrokenRule("improvement.verify.doer");
        }
        if (!required(origins).contains(origin)) {
            throw new BrokenRule("improvement.verify.notAsked", origin);
        }
        if (!mayVerify(actor, origin)) {
            throw new BrokenRule("improvement.verify.role", origin, String.join(", ", new TreeSet<>(roles(origin))));
        }
        if (given.stream().anyMatch(g -> g.origin().equals(origin))) {
            throw new BrokenRule("improvement.verify.already", origin);
        }
        if (given.stream().anyMatch(g -> g.by().equals(actor.id()))) {
            twice(reason);
        }
        return new Given(actor.id(), origin, reason);
    }

    private void twice(String reason) {
        if (!onePersonMayVerifyTwice) {
            throw new BrokenRule("improvement.verify.samePerson");
        }
        if (reason.isBlank()) {
            throw new BrokenRule("improvement.verify.samePersonReason");
        }
    }

    public boolean isComplete(Set<String> origins, Collection<Given> given) {
        return given.stream().map(Given::origin).collect(Collectors.toSet()).containsAll(required(origins));
    }

    /** Each sentence says what keeps this rule from being approved. */
    public List<Sentence> contradictions() {
        List<Sentence> found = new ArrayList<>();
        rolesByOrigin.forEach((origin, roles) -> {
            if (roles.isEmpty()) {
                found.add(new Sentence("improvement.verify.nobody", origin));
            }
        });
        return found;
    }

    private boolean mayVerify(Actor actor, String origin) {
        return actor.roles().stream().anyMatch(roles(origin)::contains);
    }

    private Set<String> roles(String origin) {
        return Objects.requireNonNullElse(rolesByOrigin.get(origin), Set.of());
    }
}
