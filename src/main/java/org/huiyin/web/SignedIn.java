package org.huiyin.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;

/** What the layout must know of the person and the company of the request; module organization answers. */
public interface SignedIn {

    /** The person who sits at the screen; nobody on public pages. */
    Optional<Person> person();

    /** The company named in the address, if this person belongs to it. */
    Optional<Company> company();

    /** All companies this person may enter, for the switch in the person's menu. */
    default List<Company> companies() {
        return company().stream().toList();
    }

    /** Remembers the language that the person chose. */
    default void choose(Language language) {}

    /** A person as the top bar shows one. */
    record Person(Actor actor, String unit, Optional<Language> language) {

        public PersonId id() {
            return actor.id();
        }

        public String name() {
            return actor.name();
        }

        public Set<String> roles() {
            return actor.roles();
        }

        /** Whether the person holds the right; menu entries ask this. */
        public boolean may(String right) {
            return actor.may(right);
        }
    }

    /** A company: its place in the address, its short name, where its days begin, what it works in. */
    record Company(String slug, String name, ZoneId zone, Optional<Language> language) {}
}
