package org.huiyin.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    record Person(PersonId id, String name, String unit, Set<String> roles, Optional<Language> language) {}

    /** A company: its place in the address, its short name, where its days begin. */
    record Company(String slug, String name, ZoneId zone) {}
}
