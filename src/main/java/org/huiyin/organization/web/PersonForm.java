package org.huiyin.organization.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.kernel.Ids;
import org.huiyin.organization.NewPerson;
import org.huiyin.organization.PersonView;
import org.jspecify.annotations.Nullable;

/** A person as the form shows and sends her. */
public record PersonForm(
        @Nullable String name, @Nullable UUID department, @Nullable String email, @Nullable String phone, @Nullable String language,
        @Nullable List<String> roles, @Nullable Integer version, @Nullable String login, @Nullable String password, @Nullable UUID once) {

    /** A blank form that enters one person however often it is sent. */
    static PersonForm blank() {
        return new PersonForm(null, null, null, null, null, null, null, null, null, Ids.next());
    }

    static PersonForm of(PersonView person) {
        return new PersonForm(person.name(), person.departmentId(), person.email(), person.phone(), person.language(),
                List.copyOf(person.roles()), person.version(), person.login(), null, null);
    }

    NewPerson values() {
        return new NewPerson(name == null ? "" : name.strip(), department, filled(email), filled(phone), filled(language));
    }

    public Set<String> chosen() {
        return roles == null ? Set.of() : new TreeSet<>(roles);
    }

    int seen() {
        return version == null ? 0 : version;
    }

    boolean wantsLogin() {
        return filled(login) != null;
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
