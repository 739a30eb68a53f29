package org.huiyin.demo;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.huiyin.kernel.Actor;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.Company;
import org.huiyin.web.security.Member;

/** The people of the demo company by role, with the passwords that were made up for this run and are kept nowhere. */
record DemoCast(Company company, DemoWords words, Map<String, Part> parts) {

    /** One person: who acts, her account, and the password that nobody else will ever know. */
    record Part(Actor actor, UUID account, String password) {}

    /** The language in which the demo company writes. */
    Locale locale() {
        return Locale.forLanguageTag(company.language());
    }

    Actor as(String role) {
        return part(role).actor();
    }

    Actor as(PersonId person) {
        return parts.values().stream().map(Part::actor).filter(actor -> actor.id().equals(person)).findFirst().orElseThrow();
    }

    /** The first of these people who plays here; the administrator may hold a role beside them. */
    Actor among(Collection<PersonId> people) {
        return parts.values().stream().map(Part::actor).filter(actor -> people.contains(actor.id())).findFirst().orElseThrow();
    }

    /** What is said in the company's language. */
    String word(String key, Object... args) {
        return words.word(key, args);
    }

    Part part(String role) {
        return Objects.requireNonNull(parts.get(role), role);
    }

    /** The person as a request would know her, for what she signs. */
    Member member(String role) {
        var part = part(role);
        return new Member(company.id(), company.slug(), company.name(), company.zone().getId(), part.actor(), null, part.account(), null,
                company.language());
    }
}
