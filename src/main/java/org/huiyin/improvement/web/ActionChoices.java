package org.huiyin.improvement.web;

import java.util.List;
import java.util.UUID;
import org.huiyin.improvement.ActionOrigin;
import org.huiyin.improvement.ActionState;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PersonId;
import org.huiyin.organization.People;
import org.huiyin.voice.Channel;
import org.huiyin.web.Option;
import org.huiyin.web.Page;
import org.huiyin.web.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The choices of the forms about actions, and how to read them back. */
@Component
class ActionChoices {

    private final People people;

    ActionChoices(People people) {
        this.people = people;
    }

    List<Option> people() {
        return people.all().stream().filter(p -> p.active())
                .map(p -> new Option(p.id().value().toString(), p.department() == null ? p.name() : p.name() + " · " + p.department())).toList();
    }

    List<Option> departments() {
        return people.departments().stream().filter(d -> !d.closed()).map(d -> new Option(d.id().toString(), d.name())).toList();
    }

    static List<Option> channels(Page page) {
        return java.util.Arrays.stream(Channel.values()).filter(c -> c != Channel.SURVEY).map(c -> new Option(c.name(), page.label(c))).toList();
    }

    static List<Option> states(Page page) {
        return java.util.Arrays.stream(ActionState.values()).map(s -> new Option(s.name(), page.label(s))).toList();
    }

    static List<Option> origins(Page page) {
        return java.util.Arrays.stream(ActionOrigin.values()).map(o -> new Option(o.name(), page.label(o))).toList();
    }

    static @Nullable PersonId person(@Nullable String text) {
        UUID id = Typed.maybeId(text);
        return id == null ? null : new PersonId(id);
    }

    static PersonId mustPerson(String field, @Nullable String text) {
        PersonId id = person(text);
        if (id == null) {
            throw new InvalidInput(field, "improvement.invalid.person");
        }
        return id;
    }
}
